package io.fairlead.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.sensors.Sample;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exports hold, in every form, as pyarrow and DuckDB read it. */
@FairleadTest
class ExportFilesTest {

    private static final List<String> FORMATS = List.of("csv", "ndjson", "arrow", "parquet");

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    @TempDir
    Path folder;

    private final Exporting viewer = Exporting.byViewer();
    private Sample sample;
    private String vessel;

    @BeforeEach
    void register() {
        sample = Sample.of(vessels, sealer);
        vessel = sample.vessel();
        sample.days();
    }

    @Test
    void shouldSayTheSameInEveryFormOfReadings() throws IOException {
        Sample.send(
                vessel,
                "text/csv",
                """
                vessel,channel,label.engine,time,start,value,text,quality,unit
                %1$s,shaft,port,2026-02-02T04:00:00.123456789Z,,1.5,,good,degC
                %1$s,shaft,port,2026-02-02T05:00:00Z,2026-02-02T04:00:00Z,-0.25,,,degC
                %1$s,shaft,starboard,2026-02-02T06:00:00Z,,,"off, cold",,degC
                """
                        .formatted(vessel));

        save("readings", "");

        assertThat(folder.resolve("parquet")).isDirectoryContaining(file -> true);
        check("value", Sample.DAYS * Sample.PER_DAY + 3, Sample.DAYS * sum(Sample.PER_DAY) + 1.25);
    }

    @Test
    void shouldSelectByChannelAndLabels() throws IOException {
        Sample.send(
                vessel,
                "text/csv",
                """
                vessel,channel,label.engine,time,value
                %1$s,shaft,port,2026-02-02T04:00:00Z,1.5
                %1$s,shaft,starboard,2026-02-02T04:00:00Z,2.5
                """
                        .formatted(vessel));

        String url = viewer.urls(viewer.create(Exporting.body(
                        "readings", "csv", vessel, ",\"channels\":[\"shaft\"],\"labels\":{\"engine\":\"starboard\"}")))
                .get(0);

        assertThat(ExportTest.text(viewer.bytes(url)))
                .isEqualTo("vessel,channel,label.engine,time,start,value,text,quality,unit\r\n"
                        + "%s,shaft,starboard,2026-02-02T04:00:00Z,,2.5,,,\r\n".formatted(vessel));
    }

    @Test
    void shouldSayTheSameInEveryFormOfWindows() throws IOException {
        save("windows", ",\"interval\":\"PT10M\",\"functions\":[\"sum\",\"count\",\"max\"]");

        check("sum", Sample.DAYS * Sample.PER_DAY / 10, Sample.DAYS * sum(Sample.PER_DAY));
    }

    @Test
    void shouldSayTheSameInEveryFormOfPower() throws IOException {
        Exporting.reportPower(
                vessel,
                """
                {"time":"2026-02-01T04:05:00Z","value":400},{"time":"2026-02-01T04:20:00Z","value":800.5},
                {"time":"2026-02-03T23:50:00Z","value":100}""");

        save("power", "");

        check("kWh", 3, (400 + 800.5 + 100) / 4);
    }

    private void save(String content, String more) throws IOException {
        for (String format : FORMATS) {
            Path own = Files.createDirectory(folder.resolve(format));
            for (String url : viewer.urls(viewer.create(Exporting.body(content, format, vessel, more)))) {
                Files.write(own.resolve(url.substring(url.lastIndexOf('/') + 1)), viewer.bytes(url));
            }
        }
    }

    private void check(String number, int rows, double sum) {
        PythonScript.run("export_check.py", "duckdb", folder.toString(), number, "" + rows, "" + sum);
    }

    private static double sum(int count) {
        return IntStream.range(0, count).sum();
    }
}
