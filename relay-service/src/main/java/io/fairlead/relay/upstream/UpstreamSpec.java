package io.fairlead.relay.upstream;

import io.fairlead.relay.rules.CachePolicy;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** An outside API as an administrator describes it; what is left out has its default. */
@Schema(name = "UpstreamSpec", additionalProperties = Schema.False.class)
public record UpstreamSpec(
        @NotNull(message = "is required")
                @Pattern(
                        regexp = UpstreamSpec.NAME,
                        message = "must be 1 to 64 of a-z, 0-9 and '-', and not cache or upstreams")
                @Schema(examples = "tides")
                String name,
        @NotNull(message = "is required")
                @Size(max = 500, message = "must be at most 500 characters")
                @Pattern(regexp = UpstreamSpec.URL, message = "must be a base URL such as https://host/path")
                @Schema(description = "What paths are appended to.", examples = "https://tides.example.org/api")
                String url,
        @DurationMin(millis = 1, message = "must be positive")
                @DurationMax(minutes = 1, message = "must be at most PT1M")
                @Schema(
                        implementation = String.class,
                        format = "duration",
                        nullable = true,
                        examples = "PT2S",
                        description = "At most PT1M.")
                Duration connectTimeout,
        @DurationMin(millis = 1, message = "must be positive")
                @DurationMax(minutes = 5, message = "must be at most PT5M")
                @Schema(
                        implementation = String.class,
                        format = "duration",
                        nullable = true,
                        examples = "PT10S",
                        description = "At most PT5M.")
                Duration timeout,
        @Min(value = 0, message = "must be 0 to 16777216")
                @Max(value = 16_777_216, message = "must be 0 to 16777216")
                @Schema(nullable = true, examples = "1048576")
                Long maxBodyBytes,
        @DurationMin(message = "must not be negative")
                @DurationMax(days = 365, message = "must be at most P365D")
                @Schema(
                        implementation = String.class,
                        format = "duration",
                        nullable = true,
                        examples = "PT5M",
                        description = "At most P365D.")
                Duration defaultFreshness,
        @DurationMin(message = "must not be negative")
                @DurationMax(days = 365, message = "must be at most P365D")
                @Schema(
                        implementation = String.class,
                        format = "duration",
                        nullable = true,
                        examples = "P7D",
                        description = "At most P365D.")
                Duration staleIfError,
        @Size(min = 1, max = 100, message = "must be 1 to 100")
                @Schema(nullable = true, examples = "[\"GET\", \"HEAD\"]")
                List<
                                @NotNull(message = "must not be null")
                                @Pattern(regexp = UpstreamSpec.METHODS, message = "must be a method that is relayed")
                                String>
                        methods,
        @Size(min = 1, max = 100, message = "must be 1 to 100")
                @Schema(
                        nullable = true,
                        description = "Where the paths begin that callers may use.",
                        examples = "[\"/api/stations\"]")
                List<
                                @NotNull(message = "must not be null")
                                @Size(max = UpstreamSpec.LONGEST_PATH, message = "must be at most 500 characters")
                                @Pattern(regexp = UpstreamSpec.PATH, message = "must be a path such as /api/stations")
                                String>
                        paths,
        @Schema(nullable = true, description = "The role that callers must have; null when everybody may.")
                @Pattern(regexp = "^(viewer|operator|ingest|worker|admin)$", message = "must be a role")
                String role,
        @Schema(nullable = true) Boolean trusted,
        @Schema(nullable = true) Boolean obeysCallers,
        @Schema(nullable = true) Boolean sharesCookies,
        @DecimalMin(value = "0.001", message = "must be 0.001 to 10000")
                @DecimalMax(value = "10000", message = "must be 0.001 to 10000")
                @Schema(nullable = true, examples = "5")
                Double requestsPerSecond,
        @Min(value = 1, message = "must be 1 to 1000")
                @Max(value = 1000, message = "must be 1 to 1000")
                @Schema(nullable = true, examples = "1")
                Integer burst,
        @DurationMin(message = "must not be negative")
                @DurationMax(minutes = 1, message = "must be at most PT1M")
                @Schema(
                        implementation = String.class,
                        format = "duration",
                        nullable = true,
                        examples = "PT10S",
                        description = "At most PT1M.")
                Duration patience) {

    static final String NAME = "^(?!(cache|upstreams)$)[a-z0-9][a-z0-9-]{0,63}$";
    /** No group is repeated in these, for each time takes stack. */
    static final String URL =
            "^(?!.*/\\.{1,2}(/|$))(?!.{8}.*//)https?://[A-Za-z0-9.-]+(:[1-9][0-9]{0,3}|:[1-5][0-9]{4})?(/[A-Za-z0-9._~!$&'()*+,;=:@/-]*)?$";

    static final String PATH = "^(?!.*/\\.{1,2}([/;]|$))(?!.*//)/[A-Za-z0-9._~!$&'()*+,;=:@/-]*$";
    static final int LONGEST_PATH = 500;
    static final String METHODS = "^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|M-SEARCH|QUERY)$";
    private static final long MEGABYTE = 1 << 20;

    public UpstreamSpec {
        connectTimeout = Objects.requireNonNullElse(connectTimeout, Duration.ofSeconds(2));
        timeout = Objects.requireNonNullElse(timeout, Duration.ofSeconds(10));
        maxBodyBytes = Objects.requireNonNullElse(maxBodyBytes, MEGABYTE);
        defaultFreshness = Objects.requireNonNullElse(defaultFreshness, Duration.ZERO);
        staleIfError = Objects.requireNonNullElse(staleIfError, Duration.ofDays(7));
        methods = Objects.requireNonNullElse(methods, List.of("GET", "HEAD"));
        paths = Objects.requireNonNullElse(paths, List.of("/"));
        trusted = Objects.requireNonNullElse(trusted, false);
        obeysCallers = Objects.requireNonNullElse(obeysCallers, false);
        sharesCookies = Objects.requireNonNullElse(sharesCookies, false);
        burst = Objects.requireNonNullElse(burst, 1);
        patience = Objects.requireNonNullElse(patience, Duration.ofSeconds(10));
    }

    Upstream upstream() {
        return new Upstream(
                name,
                URI.create(url.replaceFirst("/+$", "")),
                connectTimeout,
                timeout,
                maxBodyBytes,
                new CachePolicy(defaultFreshness, staleIfError, obeysCallers, sharesCookies),
                new Upstream.Access(Set.copyOf(methods), Set.copyOf(paths), Optional.ofNullable(role), trusted),
                Optional.ofNullable(requestsPerSecond).map(rate -> new RequestLimit(rate, burst, patience)));
    }
}
