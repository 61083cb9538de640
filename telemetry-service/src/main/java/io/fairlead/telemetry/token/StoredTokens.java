package io.fairlead.telemetry.token;

import io.fairlead.core.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Verifies tokens by one look into the database each, so that a revocation holds at once on every instance. The database
 * compares hashes, which say nothing about the secret however long the comparison takes.
 */
@ApplicationScoped
class StoredTokens implements TokenVerifier {

    private static final Logger LOG = Logger.getLogger(StoredTokens.class);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String FIND =
            """
            select id, owner, owner_name, scopes, vessels, expires_at,
                coalesce(last_used_at < $3, true) as note_use
            from access_token where hash = $1 and revoked_at is null and expires_at > $2
            """;
    private static final String NOTE_USE =
            "update access_token set last_used_at = $2 where id = $1 and coalesce(last_used_at < $3, true)";

    private final Pool pool;
    private final Clock clock;

    StoredTokens(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Bearer>> verify(String secret) {
        if (!TokenSecret.isWellFormed(secret)) {
            return Uni.createFrom().item(Optional.empty());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(Buffer.buffer(TokenSecret.hash(secret)), now, now.minus(BETWEEN_NOTES)))
                .map(rows -> found(rows, now))
                .onFailure()
                .transform(StoredTokens::unavailable);
    }

    /** Not knowing is no refusal: a client that is told 401 throws its token away. */
    private static RuntimeException unavailable(Throwable failure) {
        LOG.errorf(failure, "tokens=unavailable");
        return Problems.unavailable("Access tokens cannot be checked at the moment.", RETRY_AFTER);
    }

    private Optional<Bearer> found(RowSet<Row> rows, OffsetDateTime now) {
        if (!rows.iterator().hasNext()) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        if (row.getBoolean("note_use")) {
            noteUse(row.getLong("id"), now);
        }
        return Optional.of(new Bearer(
                Long.toString(row.getLong("id")),
                row.getString("owner"),
                row.getString("owner_name"),
                Set.of(row.getArrayOfStrings("scopes")),
                Optional.ofNullable(row.getArrayOfStrings("vessels")).map(Set::of),
                row.getOffsetDateTime("expires_at").toInstant()));
    }

    /** Beside the request, which does not wait for it. */
    private void noteUse(long id, OffsetDateTime now) {
        pool.preparedQuery(NOTE_USE)
                .execute(Tuple.of(id, now, now.minus(BETWEEN_NOTES)))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("token=%d use=not-noted reason=%s", id, failure.getMessage()));
    }
}
