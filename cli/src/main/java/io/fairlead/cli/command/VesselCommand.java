package io.fairlead.cli.command;

import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Vessels. */
@Command(
        name = "vessel",
        description = "Vessels: the fleet, one of them, what became of it, what it sails.",
        subcommands = {
            VesselCommand.Fleet.class,
            VesselCommand.Show.class,
            VesselCommand.History.class,
            VesselCommand.Schedules.class
        })
public final class VesselCommand extends GroupCommand {

    /** The fleet. */
    @Command(name = "list", description = "Lists vessels.")
    static final class Fleet extends ListCommand {

        @Option(names = "--text", description = "Only those with this in code or name.")
        private String text;

        @Option(names = "--type", description = "Only of this type, as in fpso.")
        private String type;

        @Option(names = "--status", description = "Only in this status: active or retired.")
        private String status;

        @Override
        Query query() {
            return Query.to("/api/v1/vessels")
                    .with("text", text)
                    .with("type", type)
                    .with("status", status);
        }

        @Override
        List<Column> columns() {
            return Column.of("/code", "/name", "/type", "/status", "/imo", "/flag", "/timeZone");
        }
    }

    /** One vessel. */
    @Command(name = "show", description = "Shows a vessel.")
    static final class Show extends ApiCommand {

        @Parameters(paramLabel = "VESSEL", description = "Its code.")
        private String vessel;

        @Override
        public Integer call() {
            return show(Query.to("/api/v1/vessels/{}", vessel));
        }
    }

    /** What became of a vessel. */
    @Command(name = "history", description = "Lists a vessel's changes, the newest first.")
    static final class History extends ListCommand {

        @Parameters(paramLabel = "VESSEL", description = "Its code.")
        private String vessel;

        @Override
        Query query() {
            return Query.to("/api/v1/vessels/{}/history", vessel);
        }

        @Override
        List<Column> columns() {
            return Column.of("/version", "/action", "/changedAt", "/changedBy");
        }
    }

    /** What vessels sail. */
    @Command(name = "schedules", description = "Lists the schedules of one or several vessels.")
    static final class Schedules extends ListCommand {

        @Parameters(paramLabel = "VESSEL", arity = "1..*", description = "Their codes.")
        private List<String> vessels;

        @Mixin
        private Within within;

        @Override
        Query query() {
            return within.add(Query.to("/api/v1/vessels/schedules").withEach("vessel", vessels));
        }

        @Override
        List<Column> columns() {
            return List.of(
                    new Column("vessel", "/vessel"),
                    new Column("schedule", "/schedule/id"),
                    new Column("name", "/schedule/name"),
                    new Column("kind", "/schedule/kind"),
                    new Column("start", "/schedule/start"),
                    new Column("end", "/schedule/end"),
                    new Column("status", "/schedule/status"),
                    new Column("role", "/role"));
        }
    }
}
