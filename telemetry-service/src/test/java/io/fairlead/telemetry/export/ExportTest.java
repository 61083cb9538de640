package io.fairlead.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.telemetry.sensors.Sample;
import io.fairlead.telemetry.store.Sealer;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.Tool;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports are fetched in parts, and a part that broke off is gone on with. */
@FairleadTest
class ExportTest {

    private static final int FIRST = 1000;

    @Inject
    KnownVessels vessels;

    @Inject
    Sealer sealer;

    private final Exporting viewer = Exporting.byViewer();
    private Sample sample;
    private String vessel;

    @BeforeEach
    void register() {
        sample = Sample.of(vessels, sealer);
        vessel = sample.vessel();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "arrow", "parquet"})
    void shouldGoOnWhereADownloadBrokeOff(String format) throws Exception {
        sample.days();
        String url = viewer.urls(viewer.create(Exporting.body("readings", format, vessel, "")))
                .get(0);

        Response whole = viewer.fetch(url, Map.of());
        String tag = whole.header("ETag");
        Response rest = viewer.fetch(url, Map.of("Range", "bytes=" + FIRST + "-", "If-Range", tag));

        byte[] bytes = whole.then().statusCode(200).extract().asByteArray();
        assertThat(whole.header("Content-Length")).isEqualTo("" + bytes.length);
        assertThat(tag)
                .isEqualTo('"'
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                        + '"');
        rest.then()
                .statusCode(206)
                .header("ETag", equalTo(tag))
                .header("Content-Range", equalTo("bytes %d-%d/%d".formatted(FIRST, bytes.length - 1, bytes.length)));
        assertThat(rest.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, FIRST, bytes.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "arrow", "parquet"})
    void shouldGiveTheSameBytesWhereverTheReadingsLie(String format) {
        Sample.send(vessel, "text/csv", csv("2026-01-31T23:59:59Z", "2026-02-01T00:00:00Z", "2026-02-03T12:00:00Z"));
        String url = viewer.urls(viewer.create(Exporting.body("readings", format, vessel, "")))
                .get(0);

        byte[] fromHead = viewer.bytes(url);
        sealer.seal().await().indefinitely();

        assertThat(viewer.bytes(url)).isEqualTo(fromHead);
    }

    @Test
    void shouldBeginAnewWhenDataHasChanged() {
        sample.days();
        String url = viewer.urls(viewer.create(Exporting.body("readings", "csv", vessel, "")))
                .get(0);
        String tag = viewer.fetch(url, Map.of()).header("ETag");

        Sample.send(vessel, "text/csv", csv("2026-01-31T00:00:30Z"));

        Response anew = viewer.fetch(url, Map.of("Range", "bytes=" + FIRST + "-", "If-Range", tag));
        assertThat(anew.statusCode()).isEqualTo(200);
        assertThat(anew.header("ETag")).isNotEqualTo(tag);
        assertThat(anew.asString().lines()).hasSize(2 + 2 * Sample.PER_DAY);
        assertThat(viewer.fetch(url, Map.of("If-Match", tag)).statusCode()).isEqualTo(412);
        assertThat(viewer.fetch(url, Map.of("If-None-Match", anew.header("ETag")))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl -sSf -C - -O", "wget -q -c"})
    void shouldLetOrdinaryToolsGoOn(String tool, @TempDir Path folder) throws IOException {
        sample.days();
        String url = viewer.urls(viewer.create(Exporting.body("readings", "csv", vessel, "")))
                .get(0);
        byte[] whole = viewer.bytes(url);
        Path file = folder.resolve("00001.csv");
        Files.write(file, Arrays.copyOf(whole, FIRST));

        String header = "Authorization: Bearer " + Tokens.viewer();
        Tool.Outcome outcome = Tool.run(List.of(
                "bash",
                "-c",
                "cd \"$0\" && command -v ${1%% *} >/dev/null || exit 77; cd \"$0\" && $1 --header \"$2\" \"$3\"",
                folder.toString(),
                tool,
                header,
                url));

        assumeFalse(outcome.exit() == 77, "no " + tool);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(file).hasBinaryContent(whole);
    }

    private String csv(String... times) {
        StringBuilder csv = new StringBuilder("vessel,channel,time,value,unit\r\n");
        for (String time : times) {
            csv.append("%s,%s,%s,1.25,degC\r\n".formatted(vessel, sample.sensor(), time));
        }
        return csv.toString();
    }

    static byte[] all(Exporting by, List<String> urls) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        urls.forEach(url -> bytes.writeBytes(by.bytes(url)));
        return bytes.toByteArray();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
