package io.fairlead.job.webhook;

import io.fairlead.core.rows.Rows;
import io.fairlead.job.subscriber.WebhookConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The secrets that sign. Each project and each person has its own, made when it is first needed. */
@ApplicationScoped
public class Secrets {

    private static final int BYTES = 32;
    private static final String MAKE =
            """
            insert into webhook_secret (owner, secret, created_at) values ($1, $2, $3)
            on conflict (owner) where expires_at is null do nothing
            """;
    private static final String FIND =
            """
            select * from webhook_secret where owner = $1 and (expires_at is null or expires_at > $2)
            order by expires_at desc nulls first
            """;
    private static final String FORGET = "delete from webhook_secret where owner = $1 and expires_at is not null";
    private static final String REPLACE =
            "update webhook_secret set expires_at = $2 where owner = $1 and expires_at is null";

    private final Pool pool;
    private final WebhookConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Secrets(Pool pool, WebhookConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A secret.
     *
     * @param expires when it signs no more, null for the current one
     */
    record Secret(byte[] bytes, Instant created, Instant expires) {

        private static Secret of(Row row) {
            return new Secret(
                    row.getBuffer("secret").getBytes(),
                    row.getOffsetDateTime("created_at").toInstant(),
                    Rows.instant(row, "expires_at"));
        }
    }

    /**
     * The secrets that sign for an owner, the current one first.
     *
     * @param owner a project or a person, as a job's share names them
     */
    Uni<List<Secret>> of(String owner) {
        return find(pool, owner)
                .chain(found -> found.isEmpty() || found.get(0).expires() != null
                        ? make(pool, owner).chain(() -> find(pool, owner))
                        : Uni.createFrom().item(found));
    }

    /** Makes a new one; the one before it signs on for a while, those before that no more. */
    Uni<List<Secret>> replace(String owner) {
        OffsetDateTime expires = OffsetDateTime.now(clock).plus(config.overlap());
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(owner))
                .chain(() -> transaction.preparedQuery(REPLACE).execute(Tuple.of(owner, expires)))
                .chain(() -> make(transaction, owner))
                .chain(() -> find(transaction, owner)));
    }

    private Uni<Void> make(SqlClient database, String owner) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return database.preparedQuery(MAKE)
                .execute(Tuple.of(owner, Buffer.buffer(secret), OffsetDateTime.now(clock)))
                .replaceWithVoid();
    }

    private Uni<List<Secret>> find(SqlClient database, String owner) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(owner, OffsetDateTime.now(clock)))
                .map(rows -> Rows.list(rows, Secret::of));
    }
}
