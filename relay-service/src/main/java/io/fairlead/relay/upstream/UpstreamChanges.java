package io.fairlead.relay.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.relay.upstream.UpstreamTable.Kept;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;

/** Adds and changes upstreams. */
@ApplicationScoped
class UpstreamChanges {

    private final UpstreamTable table;
    private final Upstreams upstreams;
    private final ObjectMapper json;
    private final Validator validator;

    UpstreamChanges(UpstreamTable table, Upstreams upstreams, ObjectMapper json, Validator validator) {
        this.table = table;
        this.upstreams = upstreams;
        this.json = json;
        this.validator = validator;
    }

    /** Adds one; fails with 409 when there is one of that name. */
    Uni<Kept> add(SqlConnection transaction, UpstreamSpec spec) {
        requireHost(spec);
        boolean configured = upstreams
                .known(spec.name())
                .filter(known -> known.version().isEmpty())
                .isPresent();
        return (configured ? Uni.createFrom().item(false) : table.add(transaction, spec)).map(added -> {
            if (!added) {
                throw Problems.conflict("upstream-exists", "There is an upstream " + spec.name() + " already.");
            }
            return new Kept(spec, 1);
        });
    }

    /**
     * Changes one by a merge patch.
     *
     * @param condition the value of If-Match
     */
    Uni<Kept> change(SqlConnection transaction, String name, String condition, JsonNode patch) {
        if (upstreams.known(name).filter(known -> known.version().isEmpty()).isPresent()) {
            throw Problems.conflict("upstream-configured", "The upstream " + name + " is of the configuration.");
        }
        return table.lock(transaction, name).chain(found -> {
            Kept kept = found.orElseThrow(() -> Problems.notFound("There is no upstream " + name + "."));
            requireSeen(condition, kept.version());
            UpstreamSpec changed = merged(kept.spec(), patch);
            return changed.equals(kept.spec()) ? Uni.createFrom().item(kept) : table.change(transaction, changed);
        });
    }

    private static void requireSeen(String condition, long version) {
        if (condition == null || condition.isBlank()) {
            throw Problems.of(
                    428,
                    "precondition-required",
                    "Precondition required",
                    "Send If-Match with the ETag that you have seen, or * for any.");
        }
        List<String> seen =
                Arrays.stream(condition.split(",")).map(String::trim).toList();
        if (!seen.contains("*") && !seen.contains("\"" + version + "\"")) {
            throw Problems.of(412, "precondition-failed", "Precondition failed", "It was changed meanwhile.");
        }
    }

    /** A member replaces, null gives back the default (RFC 7396; no member is an object). */
    private UpstreamSpec merged(UpstreamSpec spec, JsonNode patch) {
        if (!patch.isObject()) {
            throw Problems.badRequest(FieldError.body("", "A merge patch is an object."));
        }
        if (patch.has("name") && !patch.path("name").asText().equals(spec.name())) {
            throw Problems.badRequest(FieldError.body("/name", "cannot be changed"));
        }
        ObjectNode merged = json.valueToTree(spec);
        patch.fields().forEachRemaining(member -> merged.set(member.getKey(), member.getValue()));
        try {
            UpstreamSpec changed = json.treeToValue(merged, UpstreamSpec.class);
            List<FieldError> errors = validator.validate(changed).stream()
                    .map(wrong -> FieldError.body(
                            "/" + wrong.getPropertyPath().iterator().next().getName(), wrong.getMessage()))
                    .toList();
            if (!errors.isEmpty()) {
                throw Problems.badRequest(errors);
            }
            requireHost(changed);
            return changed;
        } catch (JsonProcessingException e) {
            throw UpstreamChanges.<RuntimeException>unchecked(e);
        }
    }

    /** A few names that look like hosts are none, such as one whose last label is a number. */
    private static void requireHost(UpstreamSpec spec) {
        if (spec.upstream().base().getHost() == null) {
            throw Problems.badRequest(FieldError.body("/url", "must name a host"));
        }
    }

    /** Passes what the JSON reader refuses on as it is: there it is turned into a problem that names the field. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E unchecked(Exception e) throws E {
        throw (E) e;
    }
}
