package io.fairlead.core.problem;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Asks databases that do not answer, each in another way. */
@Path("/broken")
public class BrokenResource {

    private final Pool pool;
    private final Vertx vertx;

    BrokenResource(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /** Nobody listens there. */
    @GET
    @Path("unreachable")
    public Uni<String> unreachable() {
        Pool nowhere = PgBuilder.pool(builder -> builder.connectingTo(
                        new PgConnectOptions().setHost("127.0.0.1").setPort(1))
                .using(vertx));
        return nowhere.query("select 1").execute().replaceWith("").eventually(() -> nowhere.close());
    }

    /** As when the server is stopped under the session. */
    @GET
    @Path("stopped")
    public Uni<String> stopped() {
        return pool.query("select pg_terminate_backend(pg_backend_pid())")
                .execute()
                .replaceWith("");
    }

    /** As when the server crashes over a statement that it has not read to its end. */
    @GET
    @Path("crashed")
    public Uni<String> crashed() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread crash = new Thread(() -> reset(server));
        crash.start();
        Pool crashing = PgBuilder.pool(builder -> builder.connectingTo(
                        new PgConnectOptions().setHost("127.0.0.1").setPort(server.getLocalPort()))
                .using(vertx));
        return crashing.query("select 1").execute().replaceWith("").eventually(() -> crashing.close());
    }

    private static void reset(ServerSocket server) {
        try (server;
                Socket session = server.accept()) {
            session.getInputStream().read();
            session.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As when the disk is full. */
    @GET
    @Path("full")
    public Uni<String> full() {
        return pool.query(
                        "do $$ begin raise exception using errcode = '53100', message = 'No space left on device'; end $$")
                .execute()
                .replaceWith("");
    }

    /** A fault of ours. */
    @GET
    @Path("wrong")
    public Uni<String> wrong() {
        return pool.query("select nothing from nowhere").execute().replaceWith("");
    }
}
