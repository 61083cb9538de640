package io.fairlead.telemetry.token;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.paging.Page;
import io.fairlead.core.paging.Paging;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The tokens in the database, as their owners and administrators handle them. */
@ApplicationScoped
class AccessTokens {

    /** How many tokens that are not revoked one owner may have. */
    static final int MOST = 100;

    private static final String COUNT =
            "select count(*) as tokens from access_token where owner = $1 and revoked_at is null";
    private static final String INSERT =
            """
            insert into access_token
                (owner, owner_name, name, prefix, hash, scopes, vessels, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (owner, name) where revoked_at is null do nothing
            returning *
            """;
    private static final String LIST =
            """
            select * from access_token
            where ($1::text is null or owner = $1) and ($2::text is null or owner_name = $2) and id < $3
            order by id desc limit $4
            """;
    private static final String FIND = "select * from access_token where id = $1 and ($2::text is null or owner = $2)";
    private static final String REVOKE =
            """
            update access_token set revoked_at = coalesce(revoked_at, $3), revoked_by = coalesce(revoked_by, $4)
            where id = $1 and ($2::text is null or owner = $2)
            """;

    private final Pool pool;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessTokens(Pool pool, Caller caller, Clock clock) {
        this.pool = pool;
        this.caller = caller;
        this.clock = clock;
    }

    /** Makes a token; fails with 409 when the owner has one of that name, or too many. */
    Uni<CreatedAccessToken> create(NewAccessToken wish, TokenGrant grant) {
        String secret = TokenSecret.create(random::nextInt);
        return pool.withTransaction(transaction -> requireRoom(transaction)
                .chain(() -> transaction.preparedQuery(INSERT).execute(row(wish, grant, secret)))
                .map(rows -> first(rows)
                        .map(token -> new CreatedAccessToken(secret, token))
                        .orElseThrow(AccessTokens::nameTaken)));
    }

    /**
     * The tokens of the caller, newest first.
     *
     * @param owner the user name of somebody else, whose tokens an administrator asks for; else null
     */
    Uni<Page<AccessToken>> list(String owner, Paging paging) {
        long before = paging.after(1).map(key -> number(key.get(0))).orElse(Long.MAX_VALUE);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(owner == null ? caller.subject() : null, owner, before, paging.fetch()))
                .map(rows -> Page.of(list(rows), paging, token -> List.of(token.id())));
    }

    /** A token of that owner, or of any when the owner is null; fails with 404. */
    Uni<AccessToken> get(long id, String owner) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id, owner)).map(rows -> first(rows)
                .orElseThrow(() -> unknown(id)));
    }

    /** Ends a token of that owner, or of any when the owner is null; fails with 404. */
    Uni<Void> revoke(long id, String owner) {
        return pool.preparedQuery(REVOKE)
                .execute(Tuple.of(id, owner, OffsetDateTime.now(clock), caller.name()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw unknown(id);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireRoom(SqlConnection transaction) {
        return transaction
                .preparedQuery(COUNT)
                .execute(Tuple.of(caller.subject()))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong("tokens") >= MOST) {
                        throw Problems.conflict("too-many-tokens", "Nobody has more than " + MOST + " tokens.");
                    }
                })
                .replaceWithVoid();
    }

    private Tuple row(NewAccessToken wish, TokenGrant grant, String secret) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return Tuple.tuple()
                .addString(caller.subject())
                .addString(caller.name())
                .addString(wish.name())
                .addString(TokenSecret.shown(secret))
                .addBuffer(Buffer.buffer(TokenSecret.hash(secret)))
                .addArrayOfString(grant.scopes().toArray(String[]::new))
                .addArrayOfString(
                        grant.vessels() == null ? null : grant.vessels().toArray(String[]::new))
                .addOffsetDateTime(now)
                .addOffsetDateTime(now.plusDays(wish.expiresInDays()));
    }

    private Optional<AccessToken> first(RowSet<Row> rows) {
        return list(rows).stream().findFirst();
    }

    private List<AccessToken> list(RowSet<Row> rows) {
        return Rows.list(rows, row -> AccessToken.from(row, clock.instant()));
    }

    private static RuntimeException nameTaken() {
        String detail = "You have a token of this name; revoke it first.";
        return Problems.conflict("name-taken", detail, List.of(FieldError.body("/name", detail)));
    }

    private static RuntimeException unknown(long id) {
        return Problems.notFound("There is no token " + id + ".");
    }

    private static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw Paging.badCursor();
        }
    }
}
