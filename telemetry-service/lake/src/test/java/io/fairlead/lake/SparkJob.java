package io.fairlead.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A packaged Spark job as a process of its own, in local mode. */
record SparkJob(int exit, String output) {

    private static final Path RUN = Path.of("../spark/run");

    /** Runs it to its end. */
    static SparkJob run(Path folder, String... args) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, args[0], ".log");
        List<String> command = new ArrayList<>(List.of(RUN.toString()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(Path.of("").toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().put("FAIRLEAD_SPARK_JAVA_OPTS", "-Xmx1g -XX:TieredStopAtLevel=1");
        int exit = process.start().waitFor();
        return new SparkJob(exit, Files.readString(log));
    }
}
