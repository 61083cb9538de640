package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.api.Api;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Format;
import io.fairlead.cli.output.Printer;
import io.fairlead.cli.output.Terminal;
import io.fairlead.cli.output.Waiting;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands that ask a service have in common. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class ApiCommand implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or csv; table if absent.")
    private Format format;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal = Terminal.found();

    final Connection connection() {
        return connection;
    }

    final Api api() {
        return connection.api();
    }

    final Terminal terminal() {
        return terminal;
    }

    final Printer printer() {
        return new Printer(spec.commandLine().getOut(), format, terminal);
    }

    /** Fetches one thing and prints it. */
    final int show(Query query) {
        printer().record(fetch(query));
        return 0;
    }

    /** Fetches JSON, with a sign of life for whoever waits. */
    final JsonNode fetch(Query query) {
        try (Waiting waiting = Waiting.forAnswer(terminal, "asking")) {
            return api().get(query).body();
        }
    }

    /** Says something besides the result. */
    final void tell(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
    }
}
