package io.fairlead.job.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.json.EnumText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a subscriber is or was told. */
public record Delivery(
        @Schema(description = "The header `webhook-id` is `msg_` and this.") UUID id,
        @Schema(description = "What it tells of, as on `jobs.events`.", examples = "job.successful") String event,
        @Schema(
                        description = "Whom it goes to: scheme, host and port. An address's path may hold a secret.",
                        examples = "https://example.org")
                String origin,
        State state,
        @Schema(nullable = true, description = "When it is tried next; null when it is not.") Instant nextAttempt,
        Instant created,
        @Schema(description = "The tries that came to an end.") List<Attempt> attempts) {

    /** Whether it is told. */
    @Schema(description = "`waiting` for a try; `failed`: given up; `gone`: the receiver wants no more (410).")
    public enum State {
        WAITING,
        DELIVERED,
        FAILED,
        GONE;

        static State parse(String text) {
            return EnumText.read(State.class, text);
        }

        @JsonValue
        @Override
        public String toString() {
            return EnumText.of(this);
        }
    }

    /** One try. */
    public record Attempt(
            int attempt,
            Instant started,
            Instant finished,
            @Schema(nullable = true, description = "What the receiver answered; null if it did not.") Integer status,
            @Schema(nullable = true, description = "The first 500 characters of its answer.") String response,
            @Schema(nullable = true, description = "Why it failed; null if it did not.") String reason) {}
}
