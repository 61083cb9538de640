package io.fairlead.core.idempotency;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.identity.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** A resource as a service would write it: each POST counts. */
@Path("/counters")
public class CounterResource {

    private static final String COUNT_UP =
            """
            insert into note (name, count) values ($1, 1)
            on conflict (name) do update set count = note.count + 1
            returning count
            """;

    private final Idempotency idempotency;
    private final Caller caller;

    CounterResource(Idempotency idempotency, Caller caller) {
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    public Uni<Response> count(Map<String, String> body) {
        return idempotency.once(body, transaction -> transaction
                .preparedQuery(COUNT_UP)
                .execute(Tuple.of(body.get("name")))
                .call(() -> transaction
                        .query("select pg_sleep(" + body.getOrDefault("pause", "0") + ")")
                        .execute())
                .map(rows -> Response.created(URI.create("/counters/" + body.get("name")))
                        .entity(Map.of("count", rows.iterator().next().getInteger(0)))
                        .build()));
    }

    @GET
    @Path("/{vessel}/allowed")
    @RolesAllowed(Roles.INGEST)
    public String allowed(@PathParam("vessel") String vessel) {
        caller.requireWrite(vessel);
        return caller.name();
    }

    @GET
    @Path("/broken")
    @RolesAllowed(Roles.VIEWER)
    public String broken() {
        throw new IllegalStateException("a secret of the inside");
    }
}
