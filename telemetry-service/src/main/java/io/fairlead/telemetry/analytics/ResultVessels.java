package io.fairlead.telemetry.analytics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which vessels a result may be about: any that the fleet has or had, since analytics looks back. */
@ApplicationScoped
class ResultVessels {

    private static final String FIND = "select code from vessel where code = any($1)";

    /** The vessels of results that nobody knows. */
    Uni<Set<String>> missing(SqlConnection transaction, List<NewResult> results) {
        Set<String> codes = new HashSet<>();
        results.stream().filter(result -> result.vessel() != null).forEach(result -> codes.add(result.vessel()));
        if (codes.isEmpty()) {
            return Uni.createFrom().item(codes);
        }
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(codes.toArray(String[]::new)))
                .map(rows -> {
                    rows.forEach(row -> codes.remove(row.getString("code")));
                    return codes;
                });
    }
}
