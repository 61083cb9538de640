package io.fairlead.job.energy;

import io.fairlead.job.process.Unavailable;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;

/** Another service of the suite, whose silence is no fault of the job that asks. */
record Sibling(String name) {

    /**
     * Asks.
     *
     * @throws WebApplicationException when it refuses the question
     * @throws Unavailable when it, or the token to ask it with, is away for now
     */
    <T> T ask(Supplier<T> question) throws InterruptedException {
        try {
            return question.get();
        } catch (WebApplicationException e) {
            throw switch (e.getResponse().getStatus()) {
                case 429, 502, 503, 504 -> new Unavailable(
                        name + " answers " + e.getResponse().getStatus() + ".", e);
                default -> e;
            };
        } catch (OidcClientException e) {
            throw new Unavailable("No token could be had to ask " + name + " with.", e);
        } catch (ProcessingException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new Unavailable(name + " cannot be reached.", e);
        }
    }
}
