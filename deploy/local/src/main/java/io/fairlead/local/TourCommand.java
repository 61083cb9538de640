package io.fairlead.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Walks through the running suite and shows what each part did. */
@Command(
        name = "tour",
        description = "Runs one real thread through all four services of the running suite.",
        mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {

    /** Long before what the demo fleet tells of the same vessel, even where the suite has been up for weeks. */
    private static final int DAYS_AGO = 100;

    @Override
    public Integer call() {
        Ledger.Addresses addresses = Running.addresses();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(DAYS_AGO, ChronoUnit.DAYS);
        new Tour(addresses.url(), addresses.kafka(), start, System.out::println, service -> {}).run();
        return 0;
    }
}
