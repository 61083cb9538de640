package io.fairlead.telemetry.sensors;

import static io.fairlead.telemetry.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.PythonScript;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sensor data as files: what there is, and what its readers find in it. */
@FairleadTest
class DownloadTest {

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    private Sample sample;
    private String vessel;
    private String sensor;

    @BeforeEach
    void register() {
        sample = Sample.of(vessels, sealer);
        vessel = sample.vessel();
        sensor = sample.sensor();
    }

    @Test
    void shouldGiveWhatItTakesInBack() {
        String csv =
                """
                vessel,channel,label.engine,time,start,value,text,quality,unit
                %1$s,%2$s,port,2026-01-31T04:00:00Z,,1.5,,good,degC
                %1$s,%2$s,port,2026-01-31T05:00:00Z,2026-01-31T04:00:00Z,2.0,,,degC
                %1$s,%2$s,port,2026-01-31T06:00:00Z,,,"off, cold",,degC
                """
                        .formatted(vessel, sensor)
                        .replace("\n", "\r\n");
        Sample.send(vessel, "text/csv", csv).body("accepted", equalTo(3));

        for (String path : new String[] {sample.readings(), sample.fleet()}) {
            Sample.accept("text/csv", path)
                    .then()
                    .contentType(startsWith("text/csv;"))
                    .header("Content-Disposition", containsString("readings.csv"))
                    .body(equalTo(csv));
        }
        String lines = Sample.accept("application/x-ndjson", sample.fleet()).asString();
        assertThat(lines.lines()).hasSize(3).allMatch(line -> line.contains("\"labels\":{\"engine\":\"port\"}"));
        Sample.send(vessel, "application/x-ndjson", lines).body("accepted", equalTo(0), "duplicate", equalTo(3));
        assertThat(Sample.accept("text/csv", "/api/v1/sensors/" + vessel + "/latest")
                        .asString())
                .isEqualTo(Stream.of(csv.split("(?<=\n)"))
                        .filter(line -> !line.contains("T04") || line.startsWith("vessel"))
                        .filter(line -> !line.contains("T05"))
                        .collect(Collectors.joining()));
    }

    @Test
    void shouldGiveWindowsInEveryForm() {
        sample.days();
        String range = "start=2026-01-31T00:00:00Z&end=2026-02-03T00:00:00Z&interval=P1D&function=count&function=max";

        for (String path : new String[] {
            "/api/v1/sensors/%s/channels/%s/windows?".formatted(vessel, sample.channel()),
            "/api/v1/sensors/%s/windows?channel=%s&".formatted(vessel, sensor),
            "/api/v1/sensors/windows?channel=%s&".formatted(sensor)
        }) {
            assertThat(Sample.accept("text/csv", path + range).asString())
                    .startsWith("vessel,channel,unit,start,end,count,max\r\n%s,%s,degC,2026-01-31T00:00:00Z,"
                                    .formatted(vessel, sensor)
                            + "2026-02-01T00:00:00Z,500,499.0\r\n")
                    .satisfies(csv -> assertThat(csv.lines()).hasSize(4));
        }
        get("/api/v1/sensors/windows?combined=true&format=csv&channel=" + sensor + "&" + range)
                .body(containsString("\r\n," + sensor + ",,2026-01-31"));
    }

    @Test
    void shouldGiveArrowThatPyarrowReads(@TempDir Path folder) throws IOException {
        sample.days();
        Sample.send(
                vessel,
                "text/csv",
                "vessel,channel,time,text,quality\r\n%s,state,2026-01-31T04:00:00Z,on,good\r\n".formatted(vessel));
        Path file = folder.resolve("readings.arrows");
        Files.write(
                file,
                Sample.accept("application/vnd.apache.arrow.stream", sample.fleet() + "&channel=state")
                        .asByteArray());
        Path none = folder.resolve("none.arrows");
        Files.write(
                none,
                get(sample.fleet() + "&end=2001-01-01T00:00:00Z&format=arrow")
                        .extract()
                        .asByteArray());

        assertThat(file).isNotEmptyFile();
        PythonScript.run(
                "arrow_check.py",
                "pyarrow",
                file.toString(),
                "" + (Sample.DAYS * Sample.PER_DAY + 1),
                none.toString(),
                "0");
    }

    @Test
    void shouldSayWhichFormsThereAre() {
        sample.days();

        Sample.accept("application/pdf", sample.readings())
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        Sample.accept("application/pdf", sample.fleet()).then().statusCode(406);
        Sample.accept("text/html,application/xml;q=0.9,*/*;q=0.8", sample.readings())
                .then()
                .contentType("application/json");
        Sample.accept("text/csv;q=0.5, application/x-ndjson", sample.readings())
                .then()
                .contentType("application/x-ndjson");
        Sample.accept("text/html,*/*;q=0.8", sample.readings() + "&format=csv")
                .then()
                .contentType(startsWith("text/csv"));
        get(sample.readings() + "&format=pdf").statusCode(400).body("errors.parameter", contains("format"));
        get("/api/v1/sensors/%s/latest?format=iso19848".formatted(vessel))
                .statusCode(400)
                .body("errors.parameter", contains("format"));
    }
}
