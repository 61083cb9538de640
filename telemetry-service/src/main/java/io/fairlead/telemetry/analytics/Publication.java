package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.fairlead.core.outbox.Outbox;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.analytics.PublishReceipt.Item;
import io.fairlead.telemetry.analytics.PublishReceipt.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes in what a request publishes: all of it or nothing, and tells {@code analytics.results} of what changed. */
@ApplicationScoped
class Publication {

    /** The most results in one request. */
    static final int MOST = 1000;

    private static final int MOST_ERRORS = 100;

    private final ResultTable table;
    private final ResultVessels vessels;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Publication(ResultTable table, ResultVessels vessels, Outbox outbox, Caller caller, Clock clock) {
        this.table = table;
        this.vessels = vessels;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Reads a body.
     *
     * @param body one result, or a list of them
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming each field that is wrong, 403 when the caller may
     *     not publish about a vessel
     */
    List<NewResult> read(JsonNode body) {
        List<FieldError> errors = new ArrayList<>();
        List<NewResult> results = new ArrayList<>();
        ResultReader reader = new ResultReader(errors, true);
        if (!body.isArray()) {
            results.add(reader.read(body, ""));
        } else if (body.isEmpty() || body.size() > MOST) {
            errors.add(FieldError.body("", "must be 1 to " + MOST + " results"));
        } else {
            for (int i = 0; i < body.size() && errors.size() < MOST_ERRORS; i++) {
                results.add(reader.read(body.get(i), "/" + i));
            }
        }
        refuse(errors);
        results.forEach(this::requireRight);
        refuseRepeated(results, errors);
        refuse(errors);
        return results;
    }

    /** Keeps results; fails with 400 when one is about a vessel that nobody knows. */
    Uni<PublishReceipt> publish(SqlConnection transaction, List<NewResult> results, boolean listed) {
        return vessels.missing(transaction, results)
                .invoke(missing -> refuse(IntStream.range(0, results.size())
                        .filter(i -> missing.contains(results.get(i).about()))
                        .mapToObj(i -> FieldError.body(
                                (listed ? "/" + i : "") + "/vessel",
                                "There is no vessel " + results.get(i).vessel() + "."))
                        .toList()))
                .chain(() -> table.keep(transaction, results, caller.name()))
                .call(items -> tell(transaction, results, items))
                .map(PublishReceipt::of);
    }

    private Uni<Void> tell(SqlConnection transaction, List<NewResult> results, List<Item> items) {
        return outbox.append(
                transaction,
                IntStream.range(0, items.size())
                        .filter(i -> items.get(i).outcome() != Outcome.UNCHANGED)
                        .mapToObj(i -> PublishedResult.event(results.get(i), items.get(i), clock.instant()))
                        .toList());
    }

    /** An administrator may for any, a worker too unless its token names vessels; others for those that theirs names. */
    private void requireRight(NewResult result) {
        boolean may = caller.hasRole(Roles.ADMIN)
                || caller.readableVessels()
                        .map(codes -> codes.contains(result.about()))
                        .orElse(caller.hasRole(Roles.WORKER));
        if (!may) {
            throw Problems.forbidden("This token does not publish for "
                    + (result.vessel() == null ? "the whole fleet." : "vessel " + result.vessel() + "."));
        }
    }

    private static void refuseRepeated(List<NewResult> results, List<FieldError> errors) {
        Map<List<String>, Integer> first = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            Integer other = first.putIfAbsent(results.get(i).key(), i);
            if (other != null) {
                errors.add(FieldError.body(
                        "/" + i, "Result " + other + " has this name, vessel, period, model, version and run too."));
            }
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
    }
}
