package io.fairlead.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final byte[] BYTES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    void shouldLetEveryRangeThroughWhateverThePieces() {
        for (int first = 0; first < BYTES.length; first++) {
            for (int last = first; last < BYTES.length; last++) {
                for (int piece = 1; piece <= BYTES.length; piece++) {
                    assertThat(through(new Cut(first, last), piece))
                            .as("%d to %d by %d", first, last, piece)
                            .isEqualTo(Arrays.copyOfRange(BYTES, first, last + 1));
                }
            }
        }
    }

    @Test
    void shouldKeepTheLastBack() {
        Cut cut = new Cut(2, 3);

        assertThat(cut.next(new byte[] {0, 1, 2})).isEmpty();
        assertThat(cut.next(new byte[] {3})).containsExactly(2);
        assertThat(cut.next(new byte[0])).isEmpty();
        assertThat(cut.rest()).containsExactly(3);
    }

    private static byte[] through(Cut cut, int piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < BYTES.length; at += piece) {
            out.writeBytes(cut.next(Arrays.copyOfRange(BYTES, at, Math.min(BYTES.length, at + piece))));
        }
        out.writeBytes(cut.rest());
        return out.toByteArray();
    }
}
