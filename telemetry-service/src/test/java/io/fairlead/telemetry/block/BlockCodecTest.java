package io.fairlead.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.telemetry.reading.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BlockCodecTest {

    @Property(tries = 400)
    void shouldGiveBackEveryBit(@ForAll("readings") List<Reading> readings, @ForAll Level level) {
        Points points = Readings.points(readings);

        Points decoded = BlockCodec.decode(BlockCodec.encode(points, level));

        assertThat(decoded).isEqualTo(points);
        assertThat(Readings.list(decoded)).isEqualTo(Readings.sorted(readings));
    }

    @Property(tries = 100)
    void shouldAppendToABufferAndReadFromWithin(@ForAll("readings") List<Reading> readings, @ForAll Level level) {
        Points points = Readings.points(readings);
        Sink sink = new Sink();
        BlockCodec.encode(Points.empty(), level, sink);
        int from = sink.size();
        BlockCodec.encode(points, level, sink);
        int to = sink.size();
        BlockCodec.encode(points, level, sink);

        assertThat(BlockCodec.decode(sink.toByteArray(), from, to - from)).isEqualTo(points);
    }

    @Property(tries = 200)
    void shouldRefuseWhatIsCutShortOrDamaged(
            @ForAll("readings") List<Reading> readings, @ForAll Level level, @ForAll long seed) {
        byte[] block = BlockCodec.encode(Readings.points(readings), level);
        Random random = new Random(seed);
        byte[] damaged = block.clone();
        damaged[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));

        assertThatThrownBy(() -> BlockCodec.decode(damaged)).isInstanceOf(CorruptBlock.class);
        assertThatThrownBy(() -> BlockCodec.decode(Arrays.copyOf(block, random.nextInt(block.length))))
                .isInstanceOf(CorruptBlock.class);
    }

    /** The check sum hides damage from what reads the columns: here it is right, and the rest is not. */
    @Property(tries = 500)
    void shouldNeverHangNorRunOutOfMemoryWhenTheCheckSumFits(
            @ForAll("readings") List<Reading> readings, @ForAll Level level, @ForAll long seed) {
        byte[] block = Damage.sealed(BlockCodec.encode(Readings.points(readings), level), new Random(seed));

        try {
            assertThat(BlockCodec.decode(block).size()).isLessThanOrEqualTo(Columns.MOST);
        } catch (CorruptBlock expected) {
            assertThat(expected).hasMessageEndingWith(".");
        }
    }

    @Example
    void shouldTakeAFewBytesForWhatNeverChanges() {
        Points points = series(17_280, i -> 812.55);

        assertThat(BlockCodec.encode(points, Level.FAST)).hasSizeLessThan(32);
        assertThat(BlockCodec.encode(points, Level.COMPACT)).hasSizeLessThan(32);
        assertThat(BlockCodec.encode(series(17_280, i -> 1000 + i * 0.25), Level.FAST))
                .hasSizeLessThan(32);
    }

    @Example
    void shouldTakeLessThanAByteForAWanderingDecimal() {
        Random random = new Random(1);
        double[] walk = new double[17_280];
        long cents = 81_255;
        for (int i = 0; i < walk.length; i++) {
            cents += Math.round(random.nextGaussian() * 10);
            walk[i] = cents / 100.0;
        }
        byte[] block = BlockCodec.encode(series(walk.length, i -> walk[i]), Level.COMPACT);

        assertThat(block).hasSizeLessThan(walk.length);
    }

    @Example
    void shouldRefuseMoreThanABlockHolds() {
        PointsBuilder builder = new PointsBuilder();
        IntStream.rangeClosed(0, Columns.MOST).forEach(i -> builder.add(i, 0));

        assertThatThrownBy(() -> BlockCodec.encode(builder.build(), Level.FAST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Points series(int size, java.util.function.IntToDoubleFunction value) {
        PointsBuilder builder = new PointsBuilder();
        IntStream.range(0, size)
                .forEach(i -> builder.add(1_769_832_000_000_000_000L + i * 5_000_000_000L, value.applyAsDouble(i)));
        return builder.build();
    }

    @Provide
    Arbitrary<List<Reading>> readings() {
        return Readings.any();
    }
}
