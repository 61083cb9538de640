package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What can be computed. */
@Command(
        name = "process",
        description = "What can be computed, and from what.",
        subcommands = {ProcessCommand.Catalogue.class, ProcessCommand.Inputs.class})
public final class ProcessCommand extends GroupCommand {

    /** All processes. */
    @Command(name = "list", description = "Lists processes.")
    static final class Catalogue extends ListCommand {

        @Override
        Query query() {
            return Query.to("/api/v1/processes");
        }

        @Override
        List<Column> columns() {
            return Column.of("/id", "/version", "/title", "/description");
        }

        @Override
        String member() {
            return "processes";
        }
    }

    /** What one process takes. */
    @Command(
            name = "inputs",
            description = "Lists what a process takes: name, type, whether it is needed, what it means.")
    static final class Inputs extends ApiCommand {

        @Parameters(paramLabel = "PROCESS", description = "Its id.")
        private String process;

        @Override
        public Integer call() {
            List<JsonNode> inputs = new ArrayList<>();
            fetch(Query.to("/api/v1/processes/{}", process))
                    .path("inputs")
                    .properties()
                    .forEach(input -> inputs.add(row(input.getKey(), input.getValue())));
            printer().list(Column.of("/name", "/type", "/needed", "/example", "/description"), inputs.iterator());
            return Exit.DONE;
        }

        private static ObjectNode row(String name, JsonNode input) {
            JsonNode schema = input.path("schema");
            ObjectNode row = new ObjectMapper()
                    .createObjectNode()
                    .put("name", name)
                    .put("needed", input.path("minOccurs").asInt(1) > 0);
            row.set("type", schema.path(schema.has("format") ? "format" : "type"));
            row.set("example", schema.path("examples").path(0));
            row.set("description", input.path("description"));
            row.set("schema", schema);
            return row;
        }
    }
}
