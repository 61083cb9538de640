package io.fairlead.fleet.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did. Rows that say what is there already make no new version. */
public record ImportResult(
        @Schema(examples = "10000") int rows,
        @Schema(examples = "9000") int registered,
        @Schema(examples = "900") int changed,
        @Schema(examples = "100") int unchanged) {

    static ImportResult of(int rows, long registered, long changed) {
        return new ImportResult(rows, (int) registered, (int) changed, (int) (rows - registered - changed));
    }
}
