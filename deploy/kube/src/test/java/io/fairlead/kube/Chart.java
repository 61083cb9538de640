package io.fairlead.kube;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A chart, and what Helm makes of it. */
record Chart(Path folder) {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    static Chart fairlead() {
        return new Chart(Tools.chart());
    }

    /** @return the files of values that the chart promises to work with, found rather than listed */
    List<Path> variants() {
        return Folders.files(folder.resolve("ci"), "-values.yaml");
    }

    Program.Result lint(Path values) {
        return helm("lint", "--strict", "--kube-version=" + Cluster.VERSION, "--values", values.toString(), ".");
    }

    /** @param more arguments of Helm's
     * @return every object that an installation would make, its hooks and tests among them */
    String render(String namespace, Path values, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "template",
                "fairlead",
                ".",
                "--namespace=" + namespace,
                "--kube-version=" + Cluster.VERSION,
                "--values",
                values.toString()));
        arguments.addAll(List.of(more));
        return helm(arguments.toArray(String[]::new)).orFail();
    }

    /** @param arguments without the program's name */
    Program.Result unitTest(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Tools.path("helm-unittest").toString()));
        command.addAll(List.of(arguments));
        command.add(".");
        return Program.run(folder, Map.of(), LIMIT, command);
    }

    private Program.Result helm(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Tools.path("helm").toString()));
        command.addAll(List.of(arguments));
        return Program.run(folder, Map.of(), LIMIT, command);
    }
}
