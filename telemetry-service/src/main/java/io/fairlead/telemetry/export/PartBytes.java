package io.fairlead.telemetry.export;

import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.table.Downloads;
import io.fairlead.telemetry.table.Form;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;

/**
 * The bytes of parts. A part is made twice: to learn how long it is and what its digest is, which both go ahead of it, and
 * to be sent. What is sent is digested again: when data changed between the two, the last bytes are not sent.
 */
@ApplicationScoped
class PartBytes {

    private final Downloads downloads;
    private final Vertx vertx;

    PartBytes(Downloads downloads, Vertx vertx) {
        this.downloads = downloads;
        this.vertx = vertx;
    }

    /** How long a part is, and its SHA-256. */
    record Measured(long length, byte[] digest) {}

    /** Makes a part, and keeps nothing of it. */
    Uni<Measured> measure(Form form, PartTable table) {
        Measure measure = new Measure();
        return pieces(form, table, measure).collect().last().map(done -> measure.measured());
    }

    /**
     * A range of a part's bytes; fails before its end when the part is not any more what was measured.
     *
     * @param last the last byte
     */
    Multi<byte[]> read(Form form, PartTable table, Measured measured, long first, long last) {
        Measure measure = new Measure();
        Cut cut = new Cut(first, last);
        return Multi.createBy()
                .concatenating()
                .streams(
                        pieces(form, table, measure).map(cut::next),
                        Multi.createFrom().item(() -> {
                            if (!MessageDigest.isEqual(
                                    measured.digest(), measure.measured().digest())) {
                                throw new IllegalStateException("data changed while this part was sent");
                            }
                            return cut.rest();
                        }));
    }

    private Multi<byte[]> pieces(Form form, PartTable table, Measure measure) {
        return downloads
                .pieces(form, table.columns(), table.rows().get())
                .onItem()
                .transformToUniAndConcatenate(piece -> vertx.executeBlocking(() -> measure.add(piece), false));
    }

    /** Counts and digests what passes by, one piece after the other. */
    private static final class Measure {

        private final MessageDigest digest = Batch.sha256();
        private long length;

        synchronized byte[] add(byte[] piece) {
            digest.update(piece);
            length += piece.length;
            return piece;
        }

        synchronized Measured measured() {
            return new Measured(length, digest.digest());
        }
    }
}
