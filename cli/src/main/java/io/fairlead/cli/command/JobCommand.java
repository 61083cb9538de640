package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Jobs. */
@Command(
        name = "job",
        description = "Long computations: submit, watch, fetch the results.",
        subcommands = {
            JobCommand.Jobs.class,
            JobCommand.Submit.class,
            JobCommand.Show.class,
            JobCommand.Watch.class,
            JobCommand.Results.class,
            JobCommand.Log.class,
            JobCommand.Cancel.class,
            JobCommand.Retry.class
        })
public final class JobCommand extends GroupCommand {

    private static final String JOB = "/api/v1/jobs/{}";

    /** All jobs. */
    @Command(name = "list", description = "Lists jobs, the newest first.")
    static final class Jobs extends ListCommand {

        @Option(names = "--status", description = "accepted, running, successful, failed or dismissed.")
        private String status;

        @Option(names = "--process", description = "Only of this process.")
        private String process;

        @Option(names = "--project", description = "Only of this project.")
        private String project;

        @Option(names = "--mine", description = "Only your own.")
        private boolean mine;

        @Override
        Query query() {
            return Query.to("/api/v1/jobs")
                    .with("status", status)
                    .with("processID", process)
                    .with("project", project)
                    .with("mine", mine ? true : null);
        }

        @Override
        List<Column> columns() {
            return Column.of(
                    "/jobID", "/processID", "/state", "/progress", "/created", "/finished", "/project", "/createdBy");
        }

        @Override
        String member() {
            return "jobs";
        }
    }

    /** Starts a job. */
    @Command(name = "submit", description = "Starts a job and prints its id.")
    static final class Submit extends ApiCommand {

        @Parameters(paramLabel = "PROCESS", description = "What to compute: see fairlead process list.")
        private String process;

        @Mixin
        private JobInputs inputs;

        @Option(names = "--project", description = "The project that it belongs to.")
        private String project;

        @Option(names = "--priority", description = "0 to 9; 9 is the most urgent.")
        private Integer priority;

        @Option(names = "--watch", description = "Waits for its end; the exit code tells how it ended.")
        private boolean watch;

        @Override
        public Integer call() {
            JsonNode description =
                    api().get(Query.to("/api/v1/processes/{}", process)).body();
            ObjectNode body = new ObjectMapper().createObjectNode().put("process", process);
            body.set("inputs", inputs.read(description));
            if (project != null) {
                body.put("project", project);
            }
            if (priority != null) {
                body.put("priority", priority);
            }
            Map<String, String> once =
                    Map.of("Idempotency-Key", UUID.randomUUID().toString());
            JsonNode job =
                    api().send("POST", Query.to("/api/v1/jobs"), body, once).body();
            if (!watch) {
                printer().list(Column.of("/jobID"), List.of(job).iterator());
                return Exit.DONE;
            }
            return watch(this, job.path("jobID").asText());
        }
    }

    /** How a job is. */
    @Command(name = "show", description = "Shows how a job is, and what it waits for.")
    static final class Show extends ApiCommand {

        @Parameters(paramLabel = "JOB", description = "Its id.")
        private String job;

        @Override
        public Integer call() {
            ObjectNode status = (ObjectNode) fetch(Query.to(JOB, job));
            printer().record(status.without(List.of("links", "id")));
            return Exit.DONE;
        }
    }

    /** Waits for a job. */
    @Command(name = "watch", description = "Waits for a job's end; the exit code tells how it ended.")
    static final class Watch extends ApiCommand {

        @Parameters(paramLabel = "JOB", description = "Its id.")
        private String job;

        @Override
        public Integer call() {
            return watch(this, job);
        }
    }

    /** What a job found. */
    @Command(name = "results", description = "Prints a job's results, or saves them.")
    static final class Results extends ApiCommand {

        @Parameters(paramLabel = "JOB", description = "Its id.")
        private String job;

        @Option(names = "--name", paramLabel = "OUTPUT", description = "Only this output.")
        private String output;

        @Mixin
        private ToFile file;

        @Override
        public Integer call() {
            Query query = output == null ? Query.to(JOB + "/results", job) : Query.to(JOB + "/results/{}", job, output);
            if (!file.wanted()) {
                return show(query);
            }
            file.save(api().download(query, "application/json"));
            return Exit.DONE;
        }
    }

    /** What a job's workers wrote. */
    @Command(name = "log", description = "Shows what a job's workers wrote, the oldest first.")
    static final class Log extends ListCommand {

        @Parameters(paramLabel = "JOB", description = "Its id.")
        private String job;

        @Option(names = "--newest", description = "The last lines instead of the first: at most 1000, see --limit.")
        private boolean newest;

        @Override
        public Integer call() {
            if (newest && all()) {
                throw new CommandFailure(Exit.USAGE, "--newest and --all exclude each other");
            }
            return super.call();
        }

        @Override
        Query query() {
            return Query.to(JOB + "/log", job).with("newest", newest ? true : null);
        }

        @Override
        List<Column> columns() {
            return Column.of("/number", "/time", "/level", "/attempt", "/message");
        }
    }

    /** Calls a job off. */
    @Command(name = "cancel", description = "Calls a job off.")
    static final class Cancel extends ApiCommand {

        @Parameters(paramLabel = "JOB", description = "Its id.")
        private String job;

        @Override
        public Integer call() {
            print(this, api().send("DELETE", Query.to(JOB, job), null, Map.of()).body());
            return Exit.DONE;
        }
    }

    /** Starts a job again. */
    @Command(name = "retry", description = "Starts a job again with the same inputs, and prints the new one's id.")
    static final class Retry extends ApiCommand {

        @Parameters(paramLabel = "JOB", description = "The id of one that has ended.")
        private String job;

        @Override
        public Integer call() {
            Map<String, String> once =
                    Map.of("Idempotency-Key", UUID.randomUUID().toString());
            print(
                    this,
                    api().send("POST", Query.to(JOB + "/retry", job), null, once)
                            .body());
            return Exit.DONE;
        }
    }

    private static int watch(ApiCommand command, String job) {
        JsonNode status = new JobWatch(command.api(), command.terminal()).untilEnd(job);
        print(command, status);
        return JobWatch.exit(status);
    }

    private static void print(ApiCommand command, JsonNode status) {
        command.printer()
                .list(
                        Column.of("/jobID", "/state", "/progress", "/message"),
                        List.of(status).iterator());
    }
}
