package io.fairlead.telemetry.aggregate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.core.Computation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the numbers of a window are made into. */
@Computation
public enum Function {
    @JsonProperty("count")
    COUNT,
    @JsonProperty("mean")
    MEAN,
    @JsonProperty("min")
    MIN,
    @JsonProperty("max")
    MAX,
    @JsonProperty("sum")
    SUM,
    @JsonProperty("first")
    FIRST,
    @JsonProperty("last")
    LAST;

    /** Its name in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The function of that name. */
    public static Optional<Function> of(String text) {
        return Arrays.stream(values()).filter(f -> f.text().equals(text)).findFirst();
    }
}
