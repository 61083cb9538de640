package io.fairlead.job.subscriber;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The standard's subscriber: addresses that are told what becomes of a job. */
@Schema(
        additionalProperties = Schema.False.class,
        description = "Addresses that are told what becomes of the job, each by a signed POST (Standard Webhooks); "
                + "at least one. Names that end in `Url` are understood too.",
        examples =
                """
                {"successUri":"https://example.org/done","failedUri":"https://example.org/failed"}""")
public record Subscriber(
        @JsonAlias("successUrl")
                @Schema(nullable = true, format = "callback-uri", description = "Gets the results when it succeeds.")
                String successUri,
        @JsonAlias("inProgressUrl")
                @Schema(nullable = true, format = "callback-uri", description = "Gets the status when it starts.")
                String inProgressUri,
        @JsonAlias("failedUrl")
                @Schema(
                        nullable = true,
                        format = "callback-uri",
                        description = "Gets the status when it failed or was dismissed.")
                String failedUri) {

    /** The addresses that are given, by their fields' names. */
    @JsonIgnore
    Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("successUri", successUri);
        addresses.put("inProgressUri", inProgressUri);
        addresses.put("failedUri", failedUri);
        addresses.values().removeIf(Objects::isNull);
        return addresses;
    }
}
