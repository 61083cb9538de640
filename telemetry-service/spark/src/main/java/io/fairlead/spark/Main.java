package io.fairlead.spark;

import java.util.Arrays;

/** The jobs by name: {@code reconcile}, {@code energy}, {@code activity}, {@code maintain}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws Exception {
        String job = args.length == 0 ? "" : args[0];
        Options options = new Options(Arrays.asList(args).subList(Math.min(1, args.length), args.length));
        int exit =
                switch (job) {
                    case "reconcile" -> new Reconciliation(options).run();
                    case "energy" -> new DailyEnergy(options).run();
                    case "activity" -> new HourlyActivity(options).run();
                    case "maintain" -> new Maintenance(options).run();
                    default -> usage(job);
                };
        // Only what is wrong is told by exit: a job that succeeds ends as its cluster manager expects.
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int usage(String job) {
        System.err.println("error: no job '" + job + "'; there are reconcile, energy, activity and maintain");
        return 64;
    }
}
