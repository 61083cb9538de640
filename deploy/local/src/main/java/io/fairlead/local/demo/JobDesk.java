package io.fairlead.local.demo;

import io.fairlead.local.Api;
import io.fairlead.local.Identity;
import io.fairlead.local.LaunchException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What jobs need: seats of a licence and a project; and the first jobs, when there is something to compute upon. */
final class JobDesk {

    private static final String LICENCE = "/api/v1/licences/mooring-solver";
    private static final String PROJECT = "north-sea";
    private static final int FORECAST_DAYS = 11;

    private final Api api;

    JobDesk(Api api) {
        this.api = api;
    }

    /** Sets up what is not there; the operator owns the project. */
    void open() {
        if (api.get(Identity.VIEWER, LICENCE).status() == 404) {
            require(api.put(Identity.ADMIN, LICENCE, "{\"seats\":2}"), 200);
        }
        if (api.get(Identity.OPERATOR, "/api/v1/projects/" + PROJECT).status() == 404) {
            Api.Answer made = api.post(
                    Identity.OPERATOR,
                    "/api/v1/projects",
                    """
                    {"id":"%s","name":"North Sea field","description":"Power and fuel of the vessels at the field."}"""
                            .formatted(PROJECT));
            if (made.status() != 409) {
                require(made, 201);
            }
        }
    }

    /** A forecast for the unit, which has enough history for one, and yesterday's energy of the tanker; once. */
    void submitFirst(Instant now) {
        Api.Answer jobs = api.get(Identity.OPERATOR, "/api/v1/jobs?limit=1&project=" + PROJECT);
        if (jobs.status() != 200 || !jobs.body().path("jobs").isEmpty()) {
            return;
        }
        submit("power-forecast", "{\"vessel\":\"MV104\",\"historyDays\":%d}".formatted(FORECAST_DAYS));
        Instant end = now.truncatedTo(ChronoUnit.HOURS);
        submit(
                "energy-report",
                "{\"vessel\":\"MV102\",\"start\":\"%s\",\"end\":\"%s\"}".formatted(end.minus(1, ChronoUnit.DAYS), end));
    }

    private void submit(String process, String inputs) {
        require(
                api.post(
                        Identity.OPERATOR,
                        "/api/v1/jobs",
                        "{\"process\":\"%s\",\"project\":\"%s\",\"inputs\":%s}".formatted(process, PROJECT, inputs)),
                202);
    }

    private static void require(Api.Answer answer, int status) {
        if (answer.status() != status) {
            throw new LaunchException("the demo's jobs are refused: %d %s"
                    .formatted(answer.status(), answer.response().body()));
        }
    }
}
