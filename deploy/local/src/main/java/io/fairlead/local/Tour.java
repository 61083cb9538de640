package io.fairlead.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One real thread through all four services, as outside callers see it: a vessel is registered, reports, is computed
 * upon, and its crew looks for lunch. Every step says what it has seen, or fails.
 */
public final class Tour {

    /** The vessel of the demo realm's ship, the only one that {@link Identity#SHIP} may write for. */
    private static final String VESSEL = "MV102";

    private final Api api;
    private final String kafka;
    private final TourShip ship;
    private final Consumer<String> out;
    private final TourSteps hook;

    /** Told what has just been accepted, before its effect is looked for. */
    public interface TourSteps {
        /** Something of this service's was accepted. */
        void accepted(Service service);
    }

    /**
     * A tour of a running stack.
     *
     * @param url the gateway
     * @param kafka the broker's address
     * @param start a full hour of which the ship reports, and nobody else has for {@link #VESSEL}
     * @param out gets each line
     * @param hook told what was accepted
     */
    public Tour(String url, String kafka, Instant start, Consumer<String> out, TourSteps hook) {
        this.api = new Api(url);
        this.kafka = kafka;
        this.ship = new TourShip(start);
        this.out = out;
        this.hook = hook;
    }

    /** Runs it, and throws at the first thing that is not as it should be. */
    public void run() {
        String imo = vessel();
        newcomer();
        refusals();
        reports(imo);
        windows();
        String job = job();
        results(job);
        events(job);
        lunch();
        say("the thread holds", "fleet, telemetry, job and relay answered through one gateway");
    }

    private String vessel() {
        Api.Answer answer = api.post(
                Identity.OPERATOR,
                "/api/v1/vessels",
                """
                {"code":"%s","name":"Demo Tanker Two","type":"tanker","imo":"4000022"}"""
                        .formatted(VESSEL));
        require(answer.status() == 201 || answer.status() == 409, "register " + VESSEL, answer);
        JsonNode vessel = api.get(Identity.VIEWER, "/api/v1/vessels/" + VESSEL).body();
        say(
                "vessel " + VESSEL,
                (answer.status() == 201 ? "registered" : "known already") + ", IMO "
                        + vessel.path("imo").asText());
        return vessel.path("imo").asText();
    }

    /** A vessel that nobody has heard of yet, so that its event must really travel. */
    private void newcomer() {
        String code = "TOUR-" + Long.toString(System.currentTimeMillis(), 36);
        Api.Answer vessel = api.post(
                Identity.OPERATOR,
                "/api/v1/vessels",
                """
                {"code":"%s","name":"Tour Boat","type":"survey"}""".formatted(code));
        require(vessel.status() == 201, "register a new vessel", vessel);
        Api.Answer equipment = api.post(
                Identity.OPERATOR,
                "/api/v1/vessels/" + code + "/equipment",
                """
                {"code":"%s-E1","name":"main engine","type":"engine","location":"engine room","channels":["%s"]}"""
                        .formatted(code, TourShip.CHANNEL));
        require(equipment.status() == 201, "register equipment", equipment);
        hook.accepted(Service.FLEET);
        say("fleet", "201 for vessel %s, 201 for equipment %s-E1".formatted(code, code));
        long begin = System.nanoTime();
        api.getUntil(Identity.VIEWER, ship.windows(code), answer -> answer.status() == 200);
        say("fleet.vessels", "telemetry knew %s after %d ms".formatted(code, millisSince(begin)));
    }

    private void refusals() {
        Api.Answer unknown = api.post(Identity.ADMIN, "/api/v1/power", ship.report("NO-SUCH-VESSEL"));
        require(unknown.status() / 100 == 4, "refuse an unknown vessel", unknown);
        Api.Answer others = api.post(Identity.SHIP, "/api/v1/power", ship.report("MV101"));
        require(others.status() == 403, "refuse another vessel's data", others);
        Api.Answer nobody = api.post(null, "/api/v1/power", ship.report(VESSEL));
        require(nobody.status() == 401, "refuse who shows no token", nobody);
        say("refusals", "unknown vessel %d, another's vessel 403, no token 401".formatted(unknown.status()));
    }

    private void reports(String imo) {
        api.getUntil(Identity.VIEWER, ship.windows(VESSEL), answer -> answer.status() == 200);
        Api.Answer packaged = api.post(Identity.SHIP, "/api/v1/sensors/iso19848", ship.isoPackage(imo));
        require(packaged.status() == 200, "take an ISO 19848 package", packaged);
        Api.Answer plain = api.post(Identity.SHIP, "/api/v1/power", ship.report(VESSEL));
        require(plain.status() == 200, "take a plain power reading", plain);
        hook.accepted(Service.TELEMETRY);
        say("readings", "ISO 19848 package: %s; plain: %s".formatted(packaged.body(), plain.body()));
    }

    private void windows() {
        Api.Answer answer = api.getUntil(
                Identity.VIEWER, ship.windows(VESSEL), a -> energies(a).equals(TourShip.WINDOWS));
        String seen = IntStream.range(0, TourShip.WINDOWS.size())
                .mapToObj(i -> answer.body().path("windows").get(i))
                .map(window ->
                        window.path("end").asText() + " " + window.path("kWh").asText() + " kWh")
                .collect(Collectors.joining(", "));
        say("windows", seen);
    }

    private String job() {
        Api.Answer accepted = api.post(
                Identity.OPERATOR,
                "/api/v1/jobs",
                """
                {"process":"energy-report","inputs":{"vessel":"%s","start":"%s","end":"%s"}}"""
                        .formatted(VESSEL, ship.start(), ship.end()));
        require(accepted.status() == 202, "accept a job", accepted);
        hook.accepted(Service.JOB);
        String id = accepted.body().path("jobID").asText();
        say("job", "202, " + accepted.header("Location"));
        Api.Answer ended = api.getUntil(
                Identity.VIEWER, "/api/v1/jobs/" + id, answer -> List.of("successful", "failed", "dismissed")
                        .contains(answer.body().path("status").asText()));
        require("successful".equals(ended.body().path("status").asText()), "bring the job to its end", ended);
        say(
                "job",
                "status successful after attempt "
                        + ended.body().path("attempt").asText());
        return id;
    }

    private void results(String job) {
        Api.Answer results = api.get(Identity.VIEWER, "/api/v1/jobs/" + job + "/results");
        require(results.status() == 200, "fetch the results", results);
        require(
                results.body().path("kWh").decimalValue().compareTo(TourShip.TOTAL) == 0,
                "compute " + TourShip.TOTAL + " kWh",
                results);
        say("results", results.body().toString());
    }

    private void events(String job) {
        List<String> types = JobEvents.of(kafka, job, "job.successful");
        if (!types.get(0).equals("job.accepted")) {
            throw new LaunchException("the life of job %s does not begin with job.accepted: %s".formatted(job, types));
        }
        say("jobs.events", String.join(" → ", types));
    }

    private void lunch() {
        Api.Answer first = api.get(null, "/restaurant");
        require(first.status() == 200, "relay the restaurants", first);
        hook.accepted(Service.RELAY);
        long begin = System.nanoTime();
        Api.Answer second = api.get(null, "/restaurant");
        require(second.status() == 200, "relay the restaurants again", second);
        require(second.header("Cache-Status").contains("hit"), "answer from the cache", second);
        say(
                "restaurant",
                "first: %s; second, %d ms: %s"
                        .formatted(first.header("Cache-Status"), millisSince(begin), second.header("Cache-Status")));
    }

    private static List<BigDecimal> energies(Api.Answer answer) {
        return answer.body().findValues("kWh").stream()
                .map(JsonNode::decimalValue)
                .map(BigDecimal::stripTrailingZeros)
                .toList();
    }

    private static long millisSince(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private void say(String step, String evidence) {
        out.accept("%-16s %s".formatted(step, evidence));
    }

    private static void require(boolean held, String what, Api.Answer answer) {
        if (!held) {
            throw new LaunchException("the tour ends here: could not %s: %d %s"
                    .formatted(what, answer.status(), answer.response().body()));
        }
    }
}
