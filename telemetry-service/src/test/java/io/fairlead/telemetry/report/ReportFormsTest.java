package io.fairlead.telemetry.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.fairlead.core.problem.FieldError;
import io.fairlead.telemetry.report.SentReading.Place;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReportFormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 200)
    void shouldReadTheSameFromEveryForm(@ForAll("readings") List<SentReading> readings) throws Exception {
        List<SentReading> json = read(JsonReport.read(bytes("{\"readings\":[" + objects(readings, ",") + "]}")));

        assertThat(json).isEqualTo(readings);
        assertThat(read(LinesReport.read(bytes(objects(readings, "\n"))))).isEqualTo(readings);
        assertThat(read(CsvReport.read(bytes(csv(readings))))).isEqualTo(readings);
    }

    @Example
    void shouldNameTheJsonPointerOfEachFault() {
        assertThat(
                        errors(
                                JsonReport.read(
                                        bytes(
                                                """
                        {"vessel":1,"extra":{},"readings":[{"channel":[],"valeu":1},7,{"labels":{"a/b":1},"value":{}}]}"""))))
                .containsExactly(
                        "#/vessel",
                        "#/extra",
                        "#/readings/0/channel",
                        "#/readings/0/valeu",
                        "#/readings/1",
                        "#/readings/2/labels/a~1b",
                        "#/readings/2/value");
        assertThat(errors(JsonReport.read(bytes("{\"readings\":[]}")))).containsExactly("#/readings");
        assertThat(errors(JsonReport.read(bytes("{\"readings\":[{\"time\":}]}"))))
                .containsExactly("#");
        assertThat(errors(JsonReport.read(bytes("{\"readings\":[{\"unit\":\"a\",\"unit\":\"b\"}]}"))))
                .containsExactly("#");
        assertThat(errors(JsonReport.read(bytes("{\"vessel\":\"a\",\"readings\":[{}]} x"))))
                .containsExactly("#");
        assertThat(errors(JsonReport.read(bytes("[]")))).containsExactly("#");
        assertThat(errors(JsonReport.read(new byte[0]))).containsExactly("#");
    }

    @Example
    void shouldNameTheLineOfEachFault() {
        assertThat(errors(LinesReport.read(bytes("{\"channel\":\"a\"}\r\n\n{\"unit\":7}\n{} {}\nx\n"))))
                .containsExactly("#/lines/3/unit", "#/lines/4", "#/lines/5");
        assertThat(errors(LinesReport.read(bytes("\n\n")))).containsExactly("#/lines/1");
    }

    @Example
    void shouldNameTheRowOfEachFault() {
        assertThat(errors(CsvReport.read(bytes("time,vessel,channel,color,time,label.\n"))))
                .containsExactly("#/rows/1", "#/rows/1", "#/rows/1");
        assertThat(errors(CsvReport.read(
                        bytes("time,vessel,channel,value,text\n\"a\nb\",v,c,1,\nt,v,c,NaN,\nt,v,c\nt,v,c,1,x\n"))))
                .containsExactly("#/rows/4/value", "#/rows/5", "#/rows/6/text");
        assertThat(errors(CsvReport.read(bytes("time,vessel,channel\n")))).containsExactly("#/rows/2");
        assertThat(errors(CsvReport.read(bytes("")))).containsExactly("#/rows/2");
        assertThat(errors(CsvReport.read(new byte[] {(byte) 0xff}))).containsExactly("#");
    }

    @Example
    void shouldTakeACellForANumberOnlyWhenItIsOne() {
        List<SentReading> read = CsvReport.read(
                        bytes("\uFEFFvessel,value,channel,time,text\nv,-1.5e3,c,t,\nv,0x1,c,t,\nv,,c,t,12\n"))
                .readings();

        assertThat(read.get(0).number()).isEqualByComparingTo("-1500");
        assertThat(read.get(1).text()).isEqualTo("0x1");
        assertThat(read.get(2).number()).isNull();
        assertThat(read.get(2).text()).isEqualTo("12");
    }

    @Provide
    Arbitrary<List<SentReading>> readings() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("aZ é/\"',;=\\")
                .withChars('\n')
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<BigDecimal> number = Arbitraries.bigDecimals().ofScale(3);
        return Combinators.combine(text, text, text, number, text.injectNull(0.5), text.injectNull(0.5))
                .as((vessel, channel, time, value, quality, unit) -> {
                    boolean word = value.signum() < 0;
                    return new SentReading(
                            "",
                            new Place(vessel, ""),
                            channel,
                            new TreeMap<>(unit == null ? Map.of() : Map.of("side", unit)),
                            quality,
                            time,
                            word ? null : value,
                            word ? "n" + time : null,
                            quality,
                            unit);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static List<SentReading> read(Report report) {
        assertThat(report.errors()).isEmpty();
        return report.readings().stream()
                .map(reading -> new SentReading(
                        "",
                        new Place(reading.vessel().text(), ""),
                        reading.channel(),
                        reading.labels(),
                        reading.start(),
                        reading.time(),
                        reading.number(),
                        reading.text(),
                        reading.quality(),
                        reading.unit()))
                .toList();
    }

    private static String objects(List<SentReading> readings, String between) {
        return readings.stream().map(ReportFormsTest::object).collect(Collectors.joining(between));
    }

    private static String object(SentReading reading) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("value", reading.number() == null ? reading.text() : reading.number());
        object.put("vessel", reading.vessel().text());
        object.put("channel", reading.channel());
        object.put("labels", reading.labels());
        object.put("start", reading.start());
        object.put("time", reading.time());
        object.put("quality", reading.quality());
        object.put("unit", reading.unit());
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String csv(List<SentReading> readings) throws Exception {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord("unit", "label.side", "value", "vessel", "channel", "start", "time", "quality");
            for (SentReading reading : readings) {
                List<String> row = new ArrayList<>();
                row.add(reading.unit());
                row.add(reading.labels().get("side"));
                row.add(
                        reading.number() == null
                                ? reading.text()
                                : reading.number().toString());
                row.add(reading.vessel().text());
                row.add(reading.channel());
                row.add(reading.start());
                row.add(reading.time());
                row.add(reading.quality());
                writer.writeRecord(row);
            }
        }
        return text.toString();
    }

    private static List<String> errors(Report report) {
        return report.errors().stream().map(FieldError::pointer).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
