package io.fairlead.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A viewer of some vessels sees nothing of the others: what names another is not found, and what is over several leaves
 * it out. {@link IsolationTest} fails when an operation is missing here.
 */
@FairleadTest
class ReadIsolationTest {

    private static final String TIMES = "start=2026-01-31T00:00:00Z&end=2026-02-01T00:00:00Z";
    private static final List<String> TABLES = List.of("json", "csv", "ndjson", "arrow");
    private static final List<String> FORMS = List.of("json", "iso19848", "csv", "ndjson", "arrow", "parquet");
    private static final String FLEET_READINGS = "/api/v1/sensors/readings?channel=power";
    private static final String FLEET_WINDOWS = "/api/v1/sensors/windows?channel=power&" + TIMES;
    private static final String RESULTS = "/api/v1/analytics/results";

    /** A question: CODE is a vessel's code, CHANNEL the id of a channel and RESULT that of a result of that vessel. */
    private record Question(String operation, String path, String accept) {}

    /** A vessel and what it has. */
    private record Ship(String code, String channel, String result) {}

    @Inject
    KnownVessels vessels;

    private Ship own;
    private Ship other;

    /** The operations that are tried here. */
    static Set<String> operations() {
        List<Question> all = new ArrayList<>(ofOneVessel());
        all.addAll(ofSeveral());
        return all.stream().map(Question::operation).collect(Collectors.toSet());
    }

    private static List<Question> ofOneVessel() {
        List<Question> questions = new ArrayList<>();
        String vessel = "/api/v1/sensors/CODE";
        String channel = vessel + "/channels/CHANNEL";
        add(questions, "getPower", "/api/v1/power/CODE?" + TIMES, List.of());
        add(questions, "getPower", "/api/v1/power/CODE?channel=CHANNEL&" + TIMES, List.of());
        add(questions, "listChannels", vessel + "/channels?limit=100", List.of("json", "iso19848"));
        add(questions, "listReadings", channel + "/readings?limit=100", FORMS);
        add(questions, "listReadings", channel + "/readings?maxPoints=10", FORMS);
        add(questions, "getChannelWindows", channel + "/windows?" + TIMES, TABLES);
        add(questions, "listLatestReadings", vessel + "/latest?limit=100", TABLES);
        add(questions, "listVesselWindows", vessel + "/windows?" + TIMES, TABLES);
        add(questions, "streamReadings", vessel + "/stream?seconds=1", List.of());
        add(questions, "listFleetReadings", FLEET_READINGS + "&vessel=CODE", TABLES);
        add(questions, "listFleetWindows", FLEET_WINDOWS + "&vessel=CODE", TABLES);
        add(questions, "listFleetWindows", FLEET_WINDOWS + "&vessel=CODE&combined=true", TABLES);
        add(questions, "getResult", RESULTS + "/RESULT", List.of());
        add(questions, "listResultHistory", RESULTS + "/RESULT/history", List.of());
        add(questions, "readOData", "/odata/v1/Vessels('CODE')", List.of());
        add(questions, "readOData", "/odata/v1/Channels(CHANNEL)", List.of());
        add(questions, "readOData", "/odata/v1/Windows(channelId=CHANNEL,end=2026-01-31T04:15:00Z)", List.of());
        add(questions, "readOData", "/odata/v1/DailyEnergy(vessel='CODE',day=2026-01-31)", List.of());
        add(questions, "readOData", "/odata/v1/AnalyticsResults(RESULT)", List.of());
        return questions;
    }

    private static List<Question> ofSeveral() {
        List<Question> questions = new ArrayList<>();
        add(questions, "listFleetReadings", FLEET_READINGS, TABLES);
        add(questions, "listFleetWindows", FLEET_WINDOWS, TABLES);
        add(questions, "listResultNames", "/api/v1/analytics/names?limit=1000", List.of());
        for (String set : List.of("Vessels", "Channels", "Windows", "DailyEnergy", "AnalyticsResults")) {
            add(questions, "readOData", "/odata/v1/" + set, List.of());
        }
        for (String accept : List.of("application/json", "text/csv", "application/x-ndjson")) {
            questions.add(new Question("listResults", RESULTS + "?state=all", accept));
            questions.add(new Question("listLatestResults", RESULTS + "/latest", accept));
        }
        return questions;
    }

    private static void add(List<Question> questions, String operation, String path, List<String> forms) {
        if (forms.isEmpty()) {
            questions.add(new Question(operation, path, "*/*"));
        }
        forms.forEach(form -> questions.add(new Question(operation, path + "&format=" + form, "*/*")));
    }

    @BeforeEach
    void report() {
        own = ship();
        other = ship();
    }

    @Test
    void shouldNotFindAnotherVessel() {
        for (String viewer : viewersOf(own.code())) {
            for (Question question : ofOneVessel()) {
                assertThat(ask(question, own, viewer).statusCode())
                        .as("own, %s", question)
                        .isEqualTo(200);
                assertThat(ask(question, other, viewer).statusCode())
                        .as("another's, %s", question)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void shouldNotFindAnothersChannelUnderItsOwnVessel() {
        Ship mixed = new Ship(own.code(), other.channel(), own.result());
        ofOneVessel().stream()
                .filter(question ->
                        question.path().contains("CHANNEL") && question.path().contains("CODE"))
                .forEach(question -> {
                    Response answer = ask(question, mixed, Tokens.viewer());
                    boolean filtered = question.operation().equals("getPower");
                    assertThat(answer.statusCode()).as("%s", question).isEqualTo(filtered ? 200 : 404);
                    assertThat(answer.asString()).as("%s", question).doesNotContain("kWh\":");
                });
    }

    @Test
    void shouldLeaveOutOtherVesselsWhereSeveralAreAsked() {
        for (Question question : ofSeveral()) {
            assertThat(text(ask(question, own, Tokens.viewer())))
                    .as("the fleet, %s", question)
                    .contains(own.code(), other.code());
            for (String viewer : viewersOf(own.code())) {
                assertThat(text(ask(question, own, viewer)))
                        .as("%s", question)
                        .contains(own.code())
                        .doesNotContain(other.code());
            }
        }
    }

    @Test
    void shouldCountOnlyWhatMayBeSeen() {
        Question sum = new Question("listFleetWindows", FLEET_WINDOWS + "&combined=true&function=count", "*/*");

        String ofOwn =
                text(ask(new Question("listFleetWindows", sum.path() + "&vessel=CODE", "*/*"), own, Tokens.viewer()));

        assertThat(ofOwn).contains("\"count\":2");
        for (String viewer : viewersOf(own.code())) {
            assertThat(text(ask(sum, own, viewer))).isEqualTo(ofOwn);
        }
    }

    @Test
    void shouldCountOnlyEntitiesThatMayBeSeen() {
        for (String viewer : viewersOf(own.code())) {
            for (String set : List.of("Vessels", "Channels", "Windows", "DailyEnergy", "AnalyticsResults")) {
                Question count = new Question("readOData", "/odata/v1/" + set + "/$count", "*/*");
                assertThat(text(ask(count, own, viewer))).as(set).isEqualTo("1");
            }
        }
    }

    @Test
    void shouldShowNothingToWhoMaySeeNoVessel() {
        String nobody = Tokens.viewerOf();
        for (Question question : ofOneVessel()) {
            assertThat(ask(question, own, nobody).statusCode())
                    .as("%s", question)
                    .isEqualTo(404);
        }
        for (Question question : ofSeveral()) {
            assertThat(text(ask(question, own, nobody))).as("%s", question).doesNotContain(own.code(), other.code());
        }
        Question sum = new Question("listFleetWindows", FLEET_WINDOWS + "&combined=true&function=count", "*/*");
        assertThat(text(ask(sum, own, nobody))).doesNotContain("count");
    }

    @Test
    void shouldShowNothingToAShipWithoutTheRoleOfAViewer() {
        List<Question> all = new ArrayList<>(ofOneVessel());
        all.addAll(ofSeveral());
        for (Question question : all) {
            assertThat(ask(question, own, Tokens.ship(own.code())).statusCode())
                    .as("%s", question)
                    .isEqualTo(403);
        }
    }

    /** A viewer who signed in, and a personal access token. */
    private static List<String> viewersOf(String vessel) {
        String secret = Api.post(
                        "/api/v1/tokens",
                        Tokens.viewer(),
                        "{\"name\":\"%s\",\"vessels\":[\"%s\"]}".formatted(UUID.randomUUID(), vessel))
                .statusCode(201)
                .extract()
                .path("secret");
        return List.of(Tokens.viewerOf(vessel), secret);
    }

    private static Response ask(Question question, Ship ship, String token) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .accept(question.accept())
                .get(question.path()
                        .replace("CODE", ship.code())
                        .replace("CHANNEL", ship.channel())
                        .replace("RESULT", ship.result()));
    }

    /** What was answered; codes stand in every form as they are. */
    private static String text(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.asByteArray(), StandardCharsets.ISO_8859_1);
    }

    private Ship ship() {
        String code = "V" + UUID.randomUUID().toString().substring(0, 8);
        vessels.active(code, null);
        Api.reportPower(
                        code,
                        """
                        {"vessel":"%s","unit":"kW","readings":[{"time":"2026-01-31T04:00:00Z","value":10},
                          {"time":"2026-01-31T04:05:00Z","value":20}]}"""
                                .formatted(code))
                .statusCode(200);
        String result = Api.post(
                        RESULTS,
                        Tokens.of("data-science", Set.of("worker")),
                        """
                        {"name":"of.%1$s","vessel":"%1$s","start":"2026-01-31T04:00:00Z","type":"number","value":1,
                          "model":{"name":"m","version":"1"},"run":{"id":"1"}}"""
                                .formatted(code))
                .statusCode(201)
                .extract()
                .path("items[0].id");
        String channel =
                Api.get("/api/v1/sensors/" + code + "/channels").extract().path("items[0].id");
        return new Ship(code, channel, result);
    }
}
