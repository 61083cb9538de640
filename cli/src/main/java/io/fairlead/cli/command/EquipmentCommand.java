package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Equipment. */
@Command(
        name = "equipment",
        description = "Equipment of vessels.",
        subcommands = {
            EquipmentCommand.Aboard.class,
            EquipmentCommand.Show.class,
            EquipmentCommand.Activate.class,
            EquipmentCommand.Deactivate.class
        })
public final class EquipmentCommand extends GroupCommand {

    private static final List<Column> COLUMNS =
            Column.of("/code", "/vessel", "/name", "/type", "/location", "/status", "/serial");

    /** What a vessel has. */
    @Command(name = "list", description = "Lists a vessel's equipment.")
    static final class Aboard extends ListCommand {

        @Parameters(paramLabel = "VESSEL", description = "The vessel's code.")
        private String vessel;

        @Option(names = "--text", description = "Only with this in code or name.")
        private String text;

        @Option(names = "--status", description = "Only in this status: active or inactive.")
        private String status;

        @Override
        Query query() {
            return Query.to("/api/v1/vessels/{}/equipment", vessel)
                    .with("text", text)
                    .with("status", status);
        }

        @Override
        List<Column> columns() {
            return COLUMNS;
        }
    }

    /** One piece of equipment. */
    @Command(name = "show", description = "Shows a piece of equipment.")
    static final class Show extends ApiCommand {

        @Parameters(paramLabel = "EQUIPMENT", description = "Its code.")
        private String equipment;

        @Override
        public Integer call() {
            return show(Query.to("/api/v1/equipment/{}", equipment));
        }
    }

    /** Switches equipment, all or none. */
    abstract static class Switch extends ApiCommand {

        @Parameters(paramLabel = "EQUIPMENT", arity = "1..*", description = "Their codes.")
        private List<String> codes;

        private final String path;

        Switch(String path) {
            this.path = path;
        }

        @Override
        public Integer call() {
            ObjectNode body = new ObjectMapper().createObjectNode();
            codes.forEach(body.putArray("codes")::add);
            printer()
                    .list(
                            COLUMNS,
                            api().send("POST", Query.to(path), body, Map.of())
                                    .body()
                                    .path("items")
                                    .elements());
            return Exit.DONE;
        }
    }

    /** Switches equipment on. */
    @Command(name = "activate", description = "Marks equipment as active, all of it or none.")
    static final class Activate extends Switch {

        Activate() {
            super("/api/v1/equipment/activate");
        }
    }

    /** Switches equipment off. */
    @Command(name = "deactivate", description = "Marks equipment as inactive, all of it or none.")
    static final class Deactivate extends Switch {

        Deactivate() {
            super("/api/v1/equipment/deactivate");
        }
    }
}
