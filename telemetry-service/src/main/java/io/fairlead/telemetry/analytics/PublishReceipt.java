package io.fairlead.telemetry.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of published results, said when they are durable.
 *
 * @param created how many are new
 * @param corrected how many replaced other content under the same key, which is kept as an earlier revision
 * @param unchanged how many were known already
 * @param items each, in the order of the request
 */
@Schema(description = "What became of published results, said when they are durable.")
public record PublishReceipt(
        @Schema(description = "How many are new.", examples = "1") int created,
        @Schema(description = "How many replaced other content under the same key.", examples = "0") int corrected,
        @Schema(description = "How many were known already.", examples = "0") int unchanged,
        @Schema(description = "Each, in the order of the request.") List<Item> items) {

    /** What became of one result. */
    @Schema(name = "PublishedItem", description = "What became of one result.")
    public record Item(
            @Schema(description = "Its id in paths.", examples = "17") String id,
            @Schema(description = "Its newest revision.", examples = "1") int revision,
            Outcome outcome) {}

    /** What can become of a result. */
    @Schema(name = "PublishOutcome")
    public enum Outcome {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("corrected")
        CORRECTED,
        @JsonProperty("unchanged")
        UNCHANGED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PublishReceipt of(List<Item> items) {
        return new PublishReceipt(
                count(items, Outcome.CREATED), count(items, Outcome.CORRECTED), count(items, Outcome.UNCHANGED), items);
    }

    private static int count(List<Item> items, Outcome outcome) {
        return (int) items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
