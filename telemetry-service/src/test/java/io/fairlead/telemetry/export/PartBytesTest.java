package io.fairlead.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.telemetry.export.PartBytes.Measured;
import io.fairlead.telemetry.table.Cells;
import io.fairlead.telemetry.table.Column;
import io.fairlead.telemetry.table.Column.Kind;
import io.fairlead.telemetry.table.Form;
import io.fairlead.telemetry.table.Rows;
import io.fairlead.testkit.FairleadTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent is what was announced, or does not come to its end. */
@FairleadTest
class PartBytesTest {

    private static final int PIECES = 20;
    private static final int ROWS = 1000;

    @Inject
    PartBytes bytes;

    /** Changes between one reading and the next. */
    private double last;

    private final PartTable table = new PartTable(List.of(new Column("value", Kind.NUMBER)), () -> Multi.createFrom()
            .items(Stream.iterate(0, i -> i + 1).limit(PIECES))
            .map(i -> new Rows(ROWS, List.of(new Cells.Numbers(values(i))))));

    @BeforeEach
    void reset() {
        last = 1;
    }

    private double[] values(int piece) {
        return DoubleStream.iterate(piece * 1e6, v -> v + 1 / 3.0)
                .limit(ROWS)
                .map(v -> piece == PIECES - 1 ? v + last : v)
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"CSV", "NDJSON", "ARROW", "PARQUET"})
    void shouldBreakOffWhenDataChangesWhileItIsSent(Form form) {
        Measured measured = bytes.measure(form, table).await().indefinitely();
        List<byte[]> same = read(form, measured, new ArrayList<>());
        List<byte[]> sent = new ArrayList<>();

        last = 2;

        assertThatThrownBy(() -> read(form, measured, sent)).isInstanceOf(IllegalStateException.class);
        assertThat(size(same)).isEqualTo(measured.length());
        assertThat(size(sent)).isLessThan(measured.length());
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"CSV", "NDJSON", "ARROW", "PARQUET"})
    void shouldSendARangeOfTheWhole(Form form) {
        Measured measured = bytes.measure(form, table).await().indefinitely();
        byte[] whole = joined(read(form, measured, new ArrayList<>()));
        int first = whole.length / 3;
        int end = whole.length / 2;

        byte[] range = joined(bytes.read(form, table, measured, first, end - 1)
                .collect()
                .asList()
                .await()
                .indefinitely());

        assertThat(range).isEqualTo(Arrays.copyOfRange(whole, first, end));
    }

    private List<byte[]> read(Form form, Measured measured, List<byte[]> sent) {
        bytes.read(form, table, measured, 0, measured.length() - 1)
                .onItem()
                .invoke(sent::add)
                .collect()
                .last()
                .await()
                .indefinitely();
        return sent;
    }

    private static long size(List<byte[]> pieces) {
        return joined(pieces).length;
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
