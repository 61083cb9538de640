package io.fairlead.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the log of a part, of all its instances. */
@Command(name = "logs", description = "Shows the end of a part's log.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE", description = "a part as deploy/status names it; fleet means fleet-service")
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "wait for what comes")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            description = "how many lines (${DEFAULT-VALUE})",
            defaultValue = "200")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Settings.dataFolder(System.getenv()).resolve("logs");
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        command.addAll(files(folder));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new LaunchException("there are no logs yet in " + folder);
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<String> known = all.map(Path::toString)
                    .filter(name -> name.endsWith(".log"))
                    .sorted()
                    .toList();
            List<String> wanted = known.stream()
                    .filter(name -> Path.of(name)
                            .getFileName()
                            .toString()
                            .matches(java.util.regex.Pattern.quote(part) + "(-service)?(-\\d+)?\\.log"))
                    .toList();
            if (wanted.isEmpty()) {
                throw new LaunchException("no log of " + part + "; there are: "
                        + String.join(
                                ", ",
                                known.stream()
                                        .map(name -> Path.of(name)
                                                .getFileName()
                                                .toString()
                                                .replace(".log", ""))
                                        .toList()));
            }
            return wanted;
        }
    }
}
