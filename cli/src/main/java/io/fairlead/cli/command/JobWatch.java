package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.CommandFailure;
import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Api;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Terminal;
import io.fairlead.cli.output.Waiting;
import java.time.Duration;
import java.util.StringJoiner;

/** Waits for a job's end. An answer that fails to come is asked for again for a while: jobs are longer than most outages. */
final class JobWatch {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE = 60;

    private final Api api;
    private final Terminal terminal;

    JobWatch(Api api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    /** The status with which the job ended. */
    JsonNode untilEnd(String job) {
        try (Waiting waiting = Waiting.forProgress(terminal, "job " + job)) {
            while (true) {
                JsonNode status = status(job);
                waiting.show(status.path("progress").asInt(), doing(status));
                if (status.hasNonNull("finished")) {
                    return status;
                }
                pause();
            }
        }
    }

    /** What scripts are told of an end. */
    static int exit(JsonNode status) {
        return switch (status.path("status").asText()) {
            case "successful" -> Exit.DONE;
            case "dismissed" -> Exit.JOB_DISMISSED;
            default -> Exit.JOB_FAILED;
        };
    }

    private JsonNode status(String job) {
        for (int tries = 1; ; tries++) {
            try {
                return api.get(Query.to("/api/v1/jobs/{}", job)).body();
            } catch (CommandFailure failure) {
                if (failure.exit() != Exit.UNAVAILABLE || tries == PATIENCE) {
                    throw failure;
                }
                pause();
            }
        }
    }

    private static String doing(JsonNode status) {
        StringJoiner doing = new StringJoiner(", ");
        doing.add(status.path("state").asText());
        JsonNode queue = status.path("queue");
        if (queue.path("position").isNumber()) {
            doing.add("number " + queue.path("position").asLong() + " in the queue");
        }
        if ("licence".equals(queue.path("waitsFor").asText())) {
            doing.add("waits for a seat of " + queue.at("/licence/name").asText());
        }
        if (queue.at("/estimatedStart/latest").isTextual()) {
            doing.add("may start by " + queue.at("/estimatedStart/latest").asText());
        }
        return doing.toString();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(Exit.ERROR, "interrupted", e);
        }
    }
}
