package io.fairlead.telemetry.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.reading.Reading;
import io.fairlead.telemetry.reading.TimeLimits;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class LineParserTest {

    private static final TimeLimits LIMITS =
            new TimeLimits(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2026-02-02T00:00:00Z"));
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    /** It forgets often, and what it remembers serves all tries. */
    private static final LineParser PARSER = new LineParser("vessel", 5);

    @Property(tries = 3000)
    void shouldSayWhatASlowLookSays(@ForAll("bodies") String body, @ForAll Precision precision) {
        check(body, precision);
    }

    @Property(tries = 2000)
    void shouldSayWhatASlowLookSaysOfAnyCharacters(@ForAll("soups") String body) {
        check(body, Precision.SECONDS);
        check("m,vessel=A v=1," + body, Precision.SECONDS);
    }

    private static void check(String body, Precision precision) {
        Lines lines = PARSER.parse(body.getBytes(UTF_8), precision, LIMITS, NOW);
        SlowLineReadings slow = new SlowLineReadings(SlowLineProtocol.parse(body), "vessel", precision, LIMITS, NOW);

        assertThat(lines.faults().stream()
                        .sorted(Comparator.comparingInt(LineFault::line).thenComparing(LineFault::detail)))
                .isEqualTo(slow.faults());
        assertThat(readings(lines)).isEqualTo(slow.vessels());
    }

    private static SortedMap<String, SortedMap<String, SlowLineReadings.Part>> readings(Lines lines) {
        SortedMap<String, SortedMap<String, SlowLineReadings.Part>> vessels = new TreeMap<>();
        lines.vessels().forEach((vessel, series) -> {
            SortedMap<String, SlowLineReadings.Part> parts = new TreeMap<>();
            series.forEach(each -> parts.put(
                    each.channel().identity(),
                    new SlowLineReadings.Part(
                            each.channel(), readings(each.points().build()))));
            vessels.put(vessel, parts);
        });
        return vessels;
    }

    private static Map<Reading.Key, Reading> readings(Points points) {
        return IntStream.range(0, points.size())
                .mapToObj(points::reading)
                .collect(Collectors.toMap(Reading::key, reading -> reading));
    }

    @Example
    void shouldLetTheLastOfTheSameSeriesAndTimeStay() {
        Lines lines = parse("m,vessel=A,no=1 v=1 1769832000\nm,no=1,vessel=A v=2 1769832000");

        assertThat(lines.faults()).isEmpty();
        assertThat(only(lines).points().size()).isEqualTo(2);
        assertThat(only(lines).points().build().value(0)).isEqualTo(2);
        assertThat(only(lines).points().build().size()).isEqualTo(1);
    }

    @Example
    void shouldRoundNumbersOnceOnly() {
        assertThat(power("W=0.1")).isEqualTo(0.0001);
        assertThat(power("W=123456789.7")).isEqualTo(123456.7897);
        assertThat(power("MW=0.3")).isEqualTo(300);
        assertThat(power("MW=1e-320")).isEqualTo(1e-317);
        assertThat(power("kW=9007199254740993e-10")).isEqualTo(900719.9254740993);
    }

    @Example
    void shouldTellOfAHundredFaultsAtMost() {
        assertThat(parse("m v=1\n".repeat(1000)).faults()).hasSize(100);
    }

    @Example
    void shouldKnowUtf8() {
        assertThat(Utf8.holds("m,vessel=Ærø v=\"🚢\"".getBytes(UTF_8))).isTrue();
        assertThat(Utf8.holds(("é🚢".repeat(20_000)).getBytes(UTF_8))).isTrue();
        assertThat(Utf8.holds(new byte[] {'a', (byte) 0xc3})).isFalse();
        assertThat(Utf8.holds(new byte[] {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'b'}))
                .isFalse();
        assertThat(Utf8.holds(new byte[0])).isTrue();
    }

    private static double power(String field) {
        return only(parse("power,vessel=A " + field)).points().build().value(0);
    }

    private static Series only(Lines lines) {
        return lines.vessels().get("A").get(0);
    }

    private static Lines parse(String body) {
        return new LineParser("vessel").parse(body.getBytes(UTF_8), Precision.SECONDS, LIMITS, NOW);
    }

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.of(
                        "m", "v", "=", ",", " ", "\\", "\"", "\n", "\r", "1", "t", ".", "i", "-", "#", "é", "\t", "\0",
                        "٣")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> end = Arbitraries.of("\n", "\n", "\r\n", "\n\n", "\r", " \n", " \r\n", "");
        Arbitrary<String> line = Arbitraries.frequencyOf(
                Tuple.of(8, lines()), Tuple.of(1, Arbitraries.of("# note", "", "  ", "\t")), Tuple.of(1, damaged()));
        return Combinators.combine(line, end)
                .as((text, after) -> text + after)
                .list()
                .ofMaxSize(12)
                .map(all -> String.join("", all));
    }

    private static Arbitrary<String> lines() {
        Arbitrary<String> measurement = Arbitraries.of(
                "m", "m", "power", "energy", "a\\ b", "a\\,b", "a\\=b", "a\\b", "é", "a\u0001", "m".repeat(256));
        Arbitrary<String> tag = Arbitraries.of(
                ",vessel=A", ",vessel=B", ",no=1", ",no=2", ",a\\ b=c\\,d", ",x\\==\\=", ",e=é", ",z=\u00a0 ", ",t=");
        Arbitrary<String> tags = Combinators.combine(
                        Arbitraries.of(",vessel=A", ",vessel=B", ""), tag.list().ofMaxSize(2))
                .as((vessel, more) -> vessel + String.join("", more));
        Arbitrary<String> fields = fields().list().ofMinSize(1).ofMaxSize(4).map(all -> String.join(",", all));
        Arbitrary<String> time = Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.longs()
                                .between(1_769_832_000L, 1_769_832_003L)
                                .map(t -> " " + t)),
                Tuple.of(2, Arbitraries.of(" 1769832000000", " 1769832000000000000", " 29497200", "")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                " -5", " +1769832000", " 1e9", " 99999999999999999999", " 5 6", "  1769832000 ", " ٣")),
                Tuple.of(1, Arbitraries.longs().map(t -> " " + t)));
        return Combinators.combine(measurement, tags, fields, time).as((m, t, f, at) -> m + t + " " + f + at);
    }

    private static Arbitrary<String> fields() {
        Arbitrary<String> name =
                Arbitraries.of("v", "w", "value", "kW", "W", "MW", "kWh", "Wh", "a\\ b", "a\\,\\=b", "é", "x\ty");
        return Combinators.combine(name, values()).as((key, value) -> key + "=" + value);
    }

    private static Arbitrary<String> values() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(22);
        Arbitrary<String> forms = Combinators.combine(
                        Arbitraries.of("", "", "-", "+"),
                        digits,
                        Arbitraries.of("", ".", "."),
                        digits,
                        Arbitraries.of("", "", "", "e5", "E-7", "e+300", "e-330", "e1234", "i", "u", "e"))
                .as((sign, whole, point, part, suffix) -> sign + whole + point + part + suffix);
        Arbitrary<String> odd = Arbitraries.of(
                "t",
                "False",
                "TRUE",
                "tRUE",
                "NaN",
                "inf",
                "",
                "0",
                "-0",
                "-0.0",
                "-0e5",
                "1000000000",
                "1000000000.0000001",
                "1e12",
                "9223372036854775807i",
                "9223372036854775808i",
                "-9223372036854775808i",
                "18446744073709551615u",
                "18446744073709551616u",
                "\"\"",
                "\"on\"",
                "\"a\\\"b\\\\c\\d\"",
                "\"a\nb\"",
                "\"open",
                "\"é,= \"",
                "\"\0\"",
                "\"" + "x".repeat(4097) + "\"",
                "1".repeat(401),
                "0".repeat(390) + "1");
        Arbitrary<String> doubles = Arbitraries.doubles().map(String::valueOf);
        return Arbitraries.oneOf(forms, odd, doubles, Arbitraries.integers().map(i -> String.valueOf(i / 100.0)));
    }

    private static Arbitrary<String> damaged() {
        return Combinators.combine(
                        lines(),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.of(",", "=", " ", "\\", "\"", ""))
                .as((line, at, put) ->
                        line.substring(0, at % line.length()) + put + line.substring(at % line.length() + 1));
    }
}
