package io.fairlead.telemetry.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SlowLineProtocolTest {

    @Property(tries = 500)
    void shouldReadBackWhatWasWritten(
            @ForAll("name") String measurement,
            @ForAll("tags") Map<String, String> tags,
            @ForAll("fields") Map<String, Point.Value> fields,
            @ForAll long time) {
        Point point = new Point(1, measurement, new TreeMap<>(tags), new TreeMap<>(fields), time);

        SlowLineProtocol.Lines lines = SlowLineProtocol.parse(write(point));

        assertThat(lines.faults()).isEmpty();
        assertThat(lines.points()).containsExactly(point);
    }

    @Example
    void shouldSkipCommentsAndBlankLinesAndTakeEitherLineEnd() {
        SlowLineProtocol.Lines lines = SlowLineProtocol.parse("# note\r\n\r\n  \nm v=1i 5\r\n m v=2u\n");

        assertThat(lines.faults()).isEmpty();
        assertThat(lines.points()).extracting(Point::line).containsExactly(4, 5);
        assertThat(lines.points()).extracting(Point::time).containsExactly(5L, null);
    }

    @Example
    void shouldCountLinesAcrossAStringThatHoldsSome() {
        SlowLineProtocol.Lines lines = SlowLineProtocol.parse("m v=\"a\nb\"\nm v=\nm v=t");

        assertThat(lines.faults()).extracting(LineFault::line).containsExactly(3);
        assertThat(lines.points()).extracting(Point::line).containsExactly(1, 4);
    }

    @Example
    void shouldNameEachBadLine() {
        String bad =
                """
                m
                ,a=b v=1
                m,a= v=1
                m,a=1,a=2 v=1
                m v=1,v=2
                m v=NaN
                m v=9223372036854775808i
                m v=-1u
                m v=1e999
                m v=1 99999999999999999999
                m v=1 5 6
                m v="open""";

        assertThat(SlowLineProtocol.parse(bad).faults())
                .extracting(LineFault::line)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Example
    void shouldRefuseTimesThatNoPrecisionCanHold() {
        assertThat(Precision.HOURS.nanos(Long.MAX_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(Precision.SECONDS.nanos(-1)).isEqualTo(-1_000_000_000L);
        assertThat(Precision.NANOSECONDS.nanos(Long.MIN_VALUE + 1)).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(Precision.current("h")).isEmpty();
        assertThat(Precision.legacy("h")).contains(Precision.HOURS);
    }

    @Provide
    Arbitrary<String> name() {
        return Arbitraries.strings()
                .withChars("ab1 ,=\"é/🚢".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(SlowLineProtocolTest::wellFormed);
    }

    @Provide
    Arbitrary<Map<String, String>> tags() {
        return Arbitraries.maps(name(), name()).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Map<String, Point.Value>> fields() {
        Arbitrary<Point.Value> number = Arbitraries.bigDecimals().ofScale(3).map(value -> new Point.Value(value, null));
        Arbitrary<Point.Value> text = Arbitraries.strings()
                .withChars("ab\\\" ,=\n#é".toCharArray())
                .map(value -> new Point.Value(null, value));
        return Arbitraries.maps(name(), Arbitraries.oneOf(number, text))
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String write(Point point) {
        String tags = pairs(point.tags(), SlowLineProtocolTest::escape);
        String fields = pairs(point.fields(), SlowLineProtocolTest::value);
        String measurement = point.measurement().replace(",", "\\,").replace(" ", "\\ ");
        return measurement + (tags.isEmpty() ? "" : "," + tags) + " " + fields + " " + point.time();
    }

    private static <T> String pairs(Map<String, T> pairs, java.util.function.Function<T, String> value) {
        return pairs.entrySet().stream()
                .map(pair -> escape(pair.getKey()) + "=" + value.apply(pair.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String value(Point.Value value) {
        return value.number() != null
                ? value.number().toPlainString()
                : '"' + value.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String escape(String text) {
        return text.replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }

    @Example
    void shouldKeepABackslashThatEscapesNothing() {
        assertThat(SlowLineProtocol.parse("a\\b,c\\d=e v=.5e1").points())
                .containsExactly(new Point(
                        1,
                        "a\\b",
                        new TreeMap<>(Map.of("c\\d", "e")),
                        new TreeMap<>(Map.of("v", new Point.Value(new BigDecimal(".5e1"), null))),
                        null));
    }
}
