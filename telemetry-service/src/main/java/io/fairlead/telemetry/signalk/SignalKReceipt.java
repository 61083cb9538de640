package io.fairlead.telemetry.signalk;

import io.fairlead.telemetry.reading.Receipt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a delta, said when it is durable.
 *
 * @param accepted readings that are new, or that correct an earlier value
 * @param duplicate readings that were known already
 * @param rejected values that are null: there is nothing to keep
 * @param ignored metadata, which is not kept
 */
@Schema(description = "What became of a Signal K delta, said when it is durable.")
record SignalKReceipt(
        @Schema(description = "New readings, and ones that correct an earlier value.", examples = "3") int accepted,
        @Schema(description = "Readings that were known already.", examples = "0") int duplicate,
        @Schema(description = "Values that are null; they are on telemetry.rejected.", examples = "0") int rejected,
        @Schema(description = "Entries of `meta`, which are not kept.", examples = "0") int ignored) {

    static SignalKReceipt of(Receipt receipt, int ignored) {
        return new SignalKReceipt(receipt.accepted(), receipt.duplicate(), receipt.rejected(), ignored);
    }
}
