package io.fairlead.core.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes a POST safe to send twice, as the IETF draft on the Idempotency-Key header describes: the response is kept in
 * the transaction of the change, so after a crash either both are there or neither.
 *
 * <p>The same key with the same request gets the first response again, with another request 422, and while the first
 * is still at work 409. A request that was refused is not kept: it may be corrected and sent again under its key.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP
 *     Header Field</a>
 */
@ApplicationScoped
public class Idempotency {

    /** The request header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended($1 || '/' || $2, 1)) as alone";
    private static final String FIND =
            "select request_hash, status, headers, body from idempotency where subject = $1 and key = $2";
    private static final String KEEP =
            """
            insert into idempotency (subject, key, request_hash, status, headers, body)
            values ($1, $2, $3, $4, $5, $6)
            """;

    private final Pool pool;
    private final Caller caller;
    private final CurrentVertxRequest request;
    private final ObjectMapper json;

    Idempotency(Pool pool, Caller caller, CurrentVertxRequest request, ObjectMapper json) {
        this.pool = pool;
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    /**
     * Runs the work in a transaction, once per key.
     *
     * @param body the request's body, as it was read
     * @param work makes the change and the response; its entity must be writable as JSON
     * @return the response, the first one's if the key was used before
     */
    public Uni<Response> once(Object body, Function<SqlConnection, Uni<Response>> work) {
        return once(body, work, () -> pool.withTransaction(work));
    }

    /**
     * Runs the work in a transaction, once per key, or does the same another way when the request has no key.
     *
     * @param withoutKey makes the change and the response in transactions of its own choice
     */
    public Uni<Response> once(
            Object body, Function<SqlConnection, Uni<Response>> work, Supplier<Uni<Response>> withoutKey) {
        HttpServerRequest http = request.getCurrent().request();
        String key = http.getHeader(HEADER);
        if (key == null) {
            return withoutKey.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problems.badRequest(FieldError.query(HEADER, "must be 1 to " + LONGEST_KEY + " characters"));
        }
        String subject = caller.subject();
        byte[] hash = hash(http.method() + " " + http.path(), body);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(subject, key))
                .invoke(rows -> requireAlone(rows.iterator().next().getBoolean("alone")))
                .chain(() -> transaction.preparedQuery(FIND).execute(Tuple.of(subject, key)))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().item(() -> replay(rows.iterator().next(), hash))
                        : work.apply(transaction).call(response -> keep(transaction, subject, key, hash, response))));
    }

    /**
     * Runs the work once per key, for a command that did not come over HTTP and gets no response. Its keys are apart from those of
     * requests.
     *
     * @param transaction of the work, held until it ends
     * @param subject who sent the command
     * @param command what it says, writable as JSON
     * @return done, also when the same command was done before; fails with 422 when the key was used for another, with 409
     *     while one with this key is still at work
     */
    public Uni<Void> once(
            SqlConnection transaction, String subject, String key, Object command, Supplier<Uni<Void>> work) {
        String sender = "command " + subject;
        byte[] hash = hash("COMMAND", command);
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(sender, key))
                .invoke(rows -> requireAlone(rows.iterator().next().getBoolean("alone")))
                .chain(() -> transaction.preparedQuery(FIND).execute(Tuple.of(sender, key)))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom()
                                .item(() -> replay(rows.iterator().next(), hash))
                                .replaceWithVoid()
                        : work.get()
                                .call(() -> keep(
                                        transaction,
                                        sender,
                                        key,
                                        hash,
                                        Response.noContent().build())));
    }

    private static void requireAlone(boolean alone) {
        if (!alone) {
            throw Problems.conflict("request-in-flight", "A request with this Idempotency-Key is still at work.");
        }
    }

    private static Response replay(Row row, byte[] hash) {
        if (!Arrays.equals(row.getBuffer("request_hash").getBytes(), hash)) {
            throw Problems.unprocessable(
                    "idempotency-key-reused", "This Idempotency-Key was used for another request.");
        }
        Response.ResponseBuilder response = Response.status(row.getInteger("status"));
        row.getJsonObject("headers").forEach(header -> response.header(header.getKey(), header.getValue()));
        Buffer body = row.getBuffer("body");
        if (body != null) {
            response.entity(body.getBytes()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return response.header("Idempotent-Replayed", "true").build();
    }

    private Uni<Void> keep(SqlConnection transaction, String subject, String key, byte[] hash, Response response) {
        JsonObject headers = new JsonObject();
        response.getStringHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        headers.remove("Content-Type");
        Buffer body = response.hasEntity() ? Buffer.buffer(write(response.getEntity())) : null;
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addString(subject)
                        .addString(key)
                        .addBuffer(Buffer.buffer(hash))
                        .addInteger(response.getStatus())
                        .addJsonObject(headers)
                        .addValue(body == null ? null : body.getDelegate()))
                .replaceWithVoid();
    }

    private byte[] hash(String operation, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((operation + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(write(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable as JSON: " + value.getClass().getName(), e);
        }
    }
}
