package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Schedules. */
@Command(
        name = "schedule",
        description = "Schedules, and which vessels sail them.",
        subcommands = {
            ScheduleCommand.Schedules.class,
            ScheduleCommand.Show.class,
            ScheduleCommand.Vessels.class,
            ScheduleCommand.Link.class,
            ScheduleCommand.Unlink.class
        })
public final class ScheduleCommand extends GroupCommand {

    /** All schedules. */
    @Command(name = "list", description = "Lists schedules.")
    static final class Schedules extends ListCommand {

        @Option(names = "--kind", description = "Only of this kind.")
        private String kind;

        @Option(names = "--status", description = "Only in this status.")
        private String status;

        @Mixin
        private Within within;

        @Override
        Query query() {
            return within.add(Query.to("/api/v1/schedules").with("kind", kind).with("status", status));
        }

        @Override
        List<Column> columns() {
            return Column.of("/id", "/name", "/kind", "/status", "/start", "/end");
        }
    }

    /** One schedule. */
    @Command(name = "show", description = "Shows a schedule.")
    static final class Show extends ApiCommand {

        @Parameters(paramLabel = "SCHEDULE", description = "Its id.")
        private long schedule;

        @Override
        public Integer call() {
            return show(Query.to("/api/v1/schedules/{}", schedule));
        }
    }

    /** Who sails schedules. */
    @Command(name = "vessels", description = "Lists the vessels of one or several schedules.")
    static final class Vessels extends ListCommand {

        @Parameters(paramLabel = "SCHEDULE", arity = "1..*", description = "Their ids.")
        private List<Long> schedules;

        @Override
        Query query() {
            return Query.to("/api/v1/schedules/vessels").withEach("schedule", schedules);
        }

        @Override
        List<Column> columns() {
            return List.of(
                    new Column("schedule", "/schedule"),
                    new Column("vessel", "/vessel/code"),
                    new Column("name", "/vessel/name"),
                    new Column("role", "/role"),
                    new Column("exclusive", "/exclusive"),
                    new Column("note", "/note"));
        }
    }

    /** Puts a vessel on a schedule. */
    @Command(name = "link", description = "Lets a vessel sail a schedule.")
    static final class Link extends ApiCommand {

        @Parameters(paramLabel = "SCHEDULE", description = "The schedule's id.")
        private long schedule;

        @Parameters(paramLabel = "VESSEL", description = "The vessel's code.")
        private String vessel;

        @Option(names = "--role", description = "As what it sails.")
        private String role;

        @Option(names = "--note", description = "A note.")
        private String note;

        @Option(names = "--exclusive", description = "Nothing else at the same time.")
        private boolean exclusive;

        @Override
        public Integer call() {
            ObjectNode details = new ObjectMapper().createObjectNode().put("exclusive", exclusive);
            if (role != null) {
                details.put("role", role);
            }
            if (note != null) {
                details.put("note", note);
            }
            printer()
                    .record(api().send(
                                    "PUT",
                                    Query.to("/api/v1/vessels/{}/schedules/{}", vessel, schedule),
                                    details,
                                    Map.of())
                            .body());
            return Exit.DONE;
        }
    }

    /** Takes a vessel off a schedule. */
    @Command(name = "unlink", description = "Takes a vessel off a schedule.")
    static final class Unlink extends ApiCommand {

        @Parameters(paramLabel = "SCHEDULE", description = "The schedule's id.")
        private long schedule;

        @Parameters(paramLabel = "VESSEL", description = "The vessel's code.")
        private String vessel;

        @Override
        public Integer call() {
            api().send("DELETE", Query.to("/api/v1/vessels/{}/schedules/{}", vessel, schedule), null, Map.of());
            return Exit.DONE;
        }
    }
}
