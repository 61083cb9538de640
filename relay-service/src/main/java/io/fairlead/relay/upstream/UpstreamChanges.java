package io.fairlead.relay.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.patch.IfMatch;
import io.fairlead.core.patch.Patches;
import io.fairlead.core.patch.Preconditions;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.relay.upstream.UpstreamTable.Kept;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Adds and changes upstreams. */
@ApplicationScoped
class UpstreamChanges {

    private final UpstreamTable table;
    private final Upstreams upstreams;
    private final Patches patches;
    private final List<UpstreamMoved> listeners;
    private final Clock clock;

    UpstreamChanges(
            UpstreamTable table,
            Upstreams upstreams,
            Patches patches,
            @All List<UpstreamMoved> listeners,
            Clock clock) {
        this.table = table;
        this.upstreams = upstreams;
        this.patches = patches;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Adds one; fails with 409 when there is one of that name. */
    Uni<Kept> add(SqlConnection transaction, UpstreamSpec spec) {
        requireHost(spec);
        return (configured(spec.name()) ? Uni.createFrom().item(false) : table.add(transaction, spec)).map(added -> {
            if (!added) {
                throw Problems.conflict("upstream-exists", "There is an upstream " + spec.name() + " already.");
            }
            return new Kept(spec, 1);
        });
    }

    /** Changes one by a merge patch: null gives a member its default back. */
    Uni<Kept> change(SqlConnection transaction, String name, IfMatch condition, JsonNode patch) {
        if (configured(name)) {
            throw Problems.conflict("upstream-configured", "The upstream " + name + " is of the configuration.");
        }
        return table.lock(transaction, name).chain(found -> {
            Kept kept = found.orElseThrow(() -> Problems.notFound("There is no upstream " + name + "."));
            Preconditions.check(condition, kept.version());
            UpstreamSpec changed = changed(kept.spec(), patch);
            if (changed.equals(kept.spec())) {
                return Uni.createFrom().item(kept);
            }
            boolean moved = !changed.url().equals(kept.spec().url())
                    || !changed.trusted().equals(kept.spec().trusted());
            return table.change(transaction, changed)
                    .call(() ->
                            moved ? tell(transaction, name) : Uni.createFrom().voidItem());
        });
    }

    private boolean configured(String name) {
        return upstreams.known(name).filter(known -> known.version().isEmpty()).isPresent();
    }

    private UpstreamSpec changed(UpstreamSpec spec, JsonNode patch) {
        UpstreamSpec changed = patches.apply(spec, patch);
        if (!changed.name().equals(spec.name())) {
            throw Problems.badRequest(FieldError.body("/name", "cannot be changed"));
        }
        requireHost(changed);
        return changed;
    }

    private Uni<Void> tell(SqlConnection transaction, String name) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (UpstreamMoved listener : listeners) {
            told = told.chain(
                    () -> listener.moved(transaction, name, clock.instant().plus(Upstreams.KNOWN_EVERYWHERE)));
        }
        return told;
    }

    /** A few names that look like hosts are none, such as one whose last label is a number. */
    private static void requireHost(UpstreamSpec spec) {
        if (spec.upstream().base().getHost() == null) {
            throw Problems.badRequest(FieldError.body("/url", "must name a host"));
        }
    }
}
