package io.fairlead.fleet.assignment;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Whether vessels may be linked: each is known, not retired and named once. Says of each that may not why. */
@ApplicationScoped
public class LinkedVessels {

    private static final String LOCK =
            "select code, status from vessel where code = any($1) order by code for no key update";

    private final Caller caller;

    LinkedVessels(Caller caller) {
        this.caller = caller;
    }

    /**
     * Locks the vessels until the transaction ends; fails naming each that may not be linked: 400 when one is named twice, 409
     * when one is not there or retired.
     *
     * @param at the JSON pointer of each link's vessel in the request
     */
    Uni<Void> requireActive(SqlConnection transaction, List<NewLink> links, List<String> at) {
        String[] codes = links.stream().map(NewLink::vessel).toArray(String[]::new);
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfString(codes))
                .map(rows -> Rows.list(rows, row -> row).stream()
                        .filter(row -> caller.mayRead(row.getString("code")))
                        .collect(Collectors.toMap(row -> row.getString("code"), LinkedVessels::retired)))
                .invoke(retired -> requireGood(links, at, retired))
                .replaceWithVoid();
    }

    private static boolean retired(Row row) {
        return row.getString("status").equals("retired");
    }

    private static void requireGood(List<NewLink> links, List<String> at, Map<String, Boolean> retired) {
        Set<String> named = new HashSet<>();
        List<FieldError> twice = errors(links, at, code -> named.add(code) ? null : "Vessel %s is named twice.");
        if (!twice.isEmpty()) {
            throw Problems.badRequest(twice);
        }
        List<FieldError> unavailable = errors(links, at, code -> unavailable(retired.get(code)));
        if (!unavailable.isEmpty()) {
            throw Problems.conflict("vessel-unavailable", "Some vessels cannot be linked.", unavailable);
        }
    }

    private static String unavailable(Boolean retired) {
        if (retired == null) {
            return "There is no vessel %s.";
        }
        return retired ? "Vessel %s is retired." : null;
    }

    private static List<FieldError> errors(List<NewLink> links, List<String> at, UnaryOperator<String> wrong) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            String vessel = links.get(i).vessel();
            String detail = wrong.apply(vessel);
            if (detail != null) {
                errors.add(FieldError.body(at.get(i), detail.formatted(vessel)));
            }
        }
        return errors;
    }
}
