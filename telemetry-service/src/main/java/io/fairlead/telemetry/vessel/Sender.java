package io.fairlead.telemetry.vessel;

import java.util.function.Consumer;

/**
 * Who sends readings, by whichever door.
 *
 * @param subject the subject of its access token: the same batch from the same subject is stored once
 * @param vessels passes a vessel's code for which that token may write, throws a 403 for any other
 */
public record Sender(String subject, Consumer<String> vessels) {

    /**
     * Passes if this vessel's readings may be written.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if not
     */
    public void requireWrite(String vessel) {
        vessels.accept(vessel);
    }
}
