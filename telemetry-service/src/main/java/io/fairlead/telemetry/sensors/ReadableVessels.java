package io.fairlead.telemetry.sensors;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which vessels a question over several may look at. */
@ApplicationScoped
public class ReadableVessels {

    private final Caller caller;

    ReadableVessels(Caller caller) {
        this.caller = caller;
    }

    /** The vessels that are named, or all that the caller may see; null for all there are. Fails with 404. */
    public List<String> of(List<String> named) {
        if (named == null || named.isEmpty()) {
            return caller.readableVessels().map(List::copyOf).orElse(null);
        }
        named.stream().filter(vessel -> !caller.mayRead(vessel)).findFirst().ifPresent(vessel -> {
            throw Problems.notFound("There is no vessel " + vessel + ".");
        });
        return named;
    }
}
