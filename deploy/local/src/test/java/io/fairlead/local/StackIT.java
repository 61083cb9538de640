package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.local.Operations.Operation;
import io.fairlead.parts.DatabaseRoles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole suite, two instances of each service, on free ports: what only shows when everything is real. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(240)
class StackIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("fairlead.root"));
    private static final int INSTANCES = 2;

    /** Left behind after a failure, with every part's log; emptied at the next start. */
    private static final Path DATA = ROOT.resolve("deploy/local/target/stack");

    private static Stack stack;
    private static TraceReceiver traces;

    /** Only requests that ask for it are traced; who is told to stop goes on until the gateway has heard of it. */
    @BeforeAll
    static void start() {
        traces = TraceReceiver.start();
        Map<String, String> variables = Map.of(
                "FAIRLEAD_TRACES_ENDPOINT", traces.url(),
                "FAIRLEAD_TRACES_SHARE", "0",
                "FAIRLEAD_TRACES_STATEMENTS", "true",
                "FAIRLEAD_LOG_JSON", "true",
                "FAIRLEAD_SHUTDOWN_DELAY", "8s");
        stack = Stack.start(Settings.forTest(ROOT, DATA, INSTANCES, variables), true, new Progress(System.out));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
        traces.close();
    }

    @Test
    @Order(1)
    void shouldCarryTheThreadThroughAllServices() {
        tour(7, service -> {}).run();
    }

    @Test
    @Order(2)
    void shouldLoseNothingWhenEachServiceIsKilledDuringTheThread() {
        tour(8, stack::kill).run();

        for (Service service : Service.values()) {
            for (int i = 0; i < INSTANCES; i++) {
                stack.awaitService(service, i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    @Order(3)
    void shouldGiveTheSameAnswerFromEveryInstance(Service service) {
        for (String path : readable(service)) {
            List<String> answers = stack.settings().urls(service).stream()
                    .map(url -> send("GET", url + path, Identity.VIEWER.token(stack.url()), null, null))
                    .map(answer -> answer.statusCode() + " " + answer.body())
                    .toList();

            assertTrue(answers.get(0).startsWith("200 "), path + ": " + answers.get(0));
            assertEquals(1, answers.stream().distinct().count(), () -> path + ": " + answers);
        }
    }

    @Test
    @Order(3)
    @Timeout(120)
    void shouldWriteTheThreadsWindowsIntoTheLake() throws Exception {
        stack.startLake();

        // The table is made with its first metadata file; each commit of the sink adds one.
        Path committed = DATA.resolve("lake/telemetry/windows/metadata/v2.metadata.json");
        while (!Files.exists(committed)) {
            Thread.sleep(100);
        }
    }

    @Test
    @Order(3)
    void shouldRegisterACodeOnceWhenTwoInstancesAreAskedAtTheSameMoment() throws Exception {
        new FleetInstances(stack).registerAtOnce(50);
    }

    @Test
    @Order(3)
    void shouldMissNoEventWhenTheInstanceThatToldThemIsKilled() throws Exception {
        new FleetInstances(stack).followTheStream();
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    @Order(4)
    void shouldRefuseEveryOperationWithoutATokenAndWithoutARole(Service service) throws IOException {
        String withoutRole = withoutRole();
        List<Executable> checks = new ArrayList<>();
        for (Operation operation : operations(service)) {
            if (!operation.open()) {
                checks.add(() -> assertEquals(401, call(operation, null).statusCode(), operation + " without token"));
                checks.add(() ->
                        assertEquals(403, call(operation, withoutRole).statusCode(), operation + " without role"));
            }
        }

        assertFalse(checks.isEmpty(), "no operation asks for a token");
        assertAll(checks);
    }

    @Test
    @Order(5)
    void shouldNameTheFieldWhenARequestIsMalformed() throws IOException {
        HttpResponse<String> answer = send(
                "POST",
                stack.url() + "/api/v1/vessels",
                Identity.OPERATOR.token(stack.url()),
                "application/json",
                "{\"code\":\"\",\"name\":\"x\",\"type\":\"tanker\"}");

        assertEquals(400, answer.statusCode());
        assertEquals("application/problem+json", contentType(answer));
        JsonNode problem = JSON.readTree(answer.body());
        assertEquals("#/code", problem.at("/errors/0/pointer").asText(), answer.body());
    }

    @Test
    @Order(6)
    void shouldLetNoRoleSeeAnothersSchema() throws SQLException {
        for (String role : DatabaseRoles.SCHEMAS) {
            try (Connection connection = connect(role)) {
                for (String other : DatabaseRoles.SCHEMAS) {
                    String query = "select count(*) from " + other + ".outbox";
                    if (role.equals(other)) {
                        connection.createStatement().executeQuery(query);
                    } else {
                        SQLException refusal = assertThrows(
                                SQLException.class,
                                () -> connection.createStatement().executeQuery(query));
                        assertEquals("42501", refusal.getSQLState(), role + " in " + other);
                    }
                }
            }
        }
    }

    @Test
    @Order(7)
    void shouldSendSecurityHeadersWithEveryAnswer() {
        var headers = send("GET", stack.url() + "/openapi/fleet.json", null, null, null)
                .headers();

        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("DENY", headers.firstValue("X-Frame-Options").orElse(""));
        String policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
    }

    @Test
    @Order(7)
    void shouldLetRelayedContentDoNothingInABrowser() {
        String policy = send("GET", stack.url() + "/relay_anything/api/restaurant", null, null, null)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");

        assertTrue(policy.startsWith("sandbox; default-src 'none'"), policy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health/ready", "/q/metrics", "/q/", "/api/v1/vesselsX", "/api/v1/exportsX", "/api/v1/powerful",
                "/restaurants", "/openapi/none.json", "/auth/metrics", "/auth/health", "/odata/v10", "/apiX"
            })
    @Order(8)
    void shouldRouteNothingButTheTable(String path) {
        assertEquals(404, send("GET", stack.url() + path, null, null, null).statusCode());
    }

    @Test
    @Order(9)
    void shouldCompressWhatACallerTakesCompressed() {
        HttpRequest request = Http.to(stack.url() + "/openapi/fleet.json")
                .header("Accept-Encoding", "gzip")
                .build();

        assertEquals(
                "gzip",
                Http.send(request).headers().firstValue("Content-Encoding").orElse("none"));
    }

    @Test
    @Order(10)
    void shouldRefuseRequestsThatTwoServersCouldReadDifferently() {
        HttpRequest underscore = Http.to(stack.url() + "/api/v1/vessels")
                .header("X_User", "admin")
                .build();

        assertEquals(400, Http.send(underscore).statusCode());
        assertEquals(
                400,
                send("GET", stack.url() + "/api/v1/vessels/a%2Fb", null, null, null)
                        .statusCode());
        assertEquals(
                400,
                send("GET", stack.url() + "/api/v1/vessels/a%00", null, null, null)
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/restaurant", "/relay_anything/api/restaurant", "/docs/", "/auth/realms/fairlead"})
    @Order(10)
    void shouldAnswerClientsThatOfferAnotherProtocol(String path) throws Exception {
        HttpClient offersHttp2 = HttpClient.newHttpClient();

        assertEquals(
                200,
                offersHttp2
                        .send(Http.to(stack.url() + path).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode());
    }

    @Test
    @Order(11)
    void shouldShowTheWebAppAndTheDocumentsToWhoeverComesToTheDoor() {
        for (String path : List.of("/", "/vessels/MV102")) {
            var page = send("GET", stack.url() + path, null, null, null);
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("<title>Fairlead</title>"), page::body);
            assertEquals("no-cache", page.headers().firstValue("Cache-Control").orElse(""));
        }
        assertEquals(200, send("GET", stack.url() + "/docs/", null, null, null).statusCode());
        assertEquals(200, send("GET", stack.url() + "/redoc/", null, null, null).statusCode());
    }

    @Test
    @Order(12)
    void shouldLetTheCommandLineSignInWithACode() {
        var answer = send(
                "POST",
                stack.url() + "/auth/realms/fairlead/protocol/openid-connect/auth/device",
                null,
                "application/x-www-form-urlencoded",
                "client_id=fairlead-cli");

        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(stack.url() + "/auth/realms/fairlead/device"), answer.body());
    }

    @Test
    @Order(13)
    void shouldRefuseTheWebAppWithoutPkceAndWithAnotherAddress() {
        String request = stack.url() + "/auth/realms/fairlead/protocol/openid-connect/auth"
                + "?client_id=fairlead-web&response_type=code&scope=openid&redirect_uri=";

        var withoutPkce = send("GET", request + stack.url() + "/", null, null, null);
        var elsewhere = send("GET", request + "http://localhost:1/", null, null, null);

        assertEquals(302, withoutPkce.statusCode());
        assertTrue(withoutPkce.headers().firstValue("Location").orElse("").contains("error=invalid_request"));
        assertEquals(400, elsewhere.statusCode());
    }

    @Test
    @Order(14)
    void shouldGiveArrowFromThePackagedService() throws Exception {
        new ArrowDownload(stack.url(), Identity.VIEWER.token(stack.url())).check(DATA.resolve("readings.arrows"));
    }

    @Test
    @Order(14)
    void shouldLetABiToolReadThroughTheGateway() throws Exception {
        new BiThread(stack.url(), Identity.VIEWER.token(stack.url())).run();
    }

    @Test
    @Order(15)
    void shouldSignInWithABrowserAndWorkFromTheCommandLine() throws Exception {
        new CommandLineThread(stack.url(), DATA).run();
    }

    @Test
    @Order(15)
    void shouldRunTheCommandLineFromWhereItIsInstalled() throws Exception {
        new CommandLineThread(stack.url(), DATA).installed();
    }

    @Test
    @Order(15)
    void shouldTellWhatIsForLunchWithAShellAndCurlAlone() throws Exception {
        new CommandLineThread(stack.url(), DATA).lunch();
    }

    @Test
    @Order(16)
    void shouldLetTheDemoFleetLive() {
        new DemoFleetCheck(stack).run();
    }

    @Test
    @Order(17)
    void shouldExposeWhatIsWrittenOfItsMetrics() throws Exception {
        new MetricsCheck(ROOT, stack.settings()).run();
    }

    @Test
    @Order(17)
    void shouldJoinTheGatewayServicesKafkaAndStatementsInOneTrace() {
        new TraceCheck(stack, traces).run();
    }

    @Test
    @Order(18)
    void shouldLogOneJsonObjectALineAndNoSecret() throws Exception {
        new LogCheck(stack, DATA).run();
    }

    @Test
    @Order(20)
    @Timeout(180)
    void shouldFailNoRequestWhenInstancesAreReplacedOnAnExpandedSchema() throws Exception {
        new RollingUpgrade(stack).run();
    }

    @Test
    @Order(99)
    void shouldLeaveNoProcessWhenItStops() {
        List<ProcessHandle> before = Ledger.in(DATA).read().children().stream()
                .flatMap(entry -> entry.process().stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();

        stack.close();

        assertTrue(before.size() >= 5 + Service.values().length * INSTANCES, () -> "only " + before.size());
        assertEquals(List.of(), before.stream().filter(ProcessHandle::isAlive).toList());
        assertEquals(
                List.of(),
                ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(DATA.toString()))
                        .toList());
    }

    private static Tour tour(int daysAgo, Tour.TourSteps hook) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(daysAgo, ChronoUnit.DAYS);
        return new Tour(stack.url(), stack.kafka(), hour, System.out::println, hook);
    }

    private static List<String> readable(Service service) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        String month = "?start=" + end.minus(30, ChronoUnit.DAYS) + "&end=" + end;
        return switch (service) {
            case FLEET -> List.of("/api/v1/vessels", "/api/v1/vessels/MV102", "/openapi/fleet.json");
            case TELEMETRY -> List.of(
                    "/api/v1/power/MV102" + month,
                    "/openapi/telemetry.json",
                    "/odata/v1",
                    "/odata/v1/$metadata",
                    "/odata/v1/Windows?$filter=vessel%20eq%20'MV102'&$select=end,kWh&$top=10");
            case JOB -> List.of("/api/v1/jobs", "/api/v1/processes", "/openapi/job.json");
            case RELAY -> List.of("/restaurant", "/openapi/relay.json");
        };
    }

    private static List<Operation> operations(Service service) throws IOException {
        String document = send("GET", stack.url() + "/openapi/" + service.key() + ".json", null, null, null)
                .body();
        return Operations.of(service, JSON.readTree(document));
    }

    private static HttpResponse<String> call(Operation operation, String token) {
        return send(
                operation.method(),
                stack.url() + operation.path(),
                token,
                operation.contentType(),
                operation.contentType() == null ? null : "{}");
    }

    /** A service's own client has no role unless it needs one. */
    private static String withoutRole() {
        return Identity.clientToken(stack.url(), Service.FLEET.module(), Service.FLEET.module() + "-demo");
    }

    private static HttpResponse<String> send(String method, String url, String token, String type, String body) {
        HttpRequest.Builder request = Http.to(url)
                .header("X-Forwarded-Host", stack.url().replace("http://", ""))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return Http.send(request.build());
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    private static Connection connect(String role) throws SQLException {
        Context context = stack.context();
        return DriverManager.getConnection(
                "jdbc:" + context.settings().databaseUrl(), role, context.databasePassword(role));
    }
}
