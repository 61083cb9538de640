package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Two instances of fleet-service, each asked directly: what one does the other knows, and one may end at any time. */
final class FleetInstances {

    private final Stack stack;
    private final List<String> urls;

    /** Makes the codes of this run its own. */
    private final String run = Long.toString(System.currentTimeMillis(), 36).toUpperCase();

    FleetInstances(Stack stack) {
        this.stack = stack;
        this.urls = stack.settings().urls(Service.FLEET);
    }

    /** Registers codes through both instances at the same moment: of each code one request wins. */
    void registerAtOnce(int codes) throws Exception {
        String token = operator();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < codes; i++) {
                String code = "RACE-" + run + "-" + i;
                List<Future<Integer>> answers = urls.stream()
                        .map(url -> clients.submit(() -> {
                            start.await();
                            return register(url, token, code).statusCode();
                        }))
                        .toList();
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
                assertEquals(List.of(201, 409), statuses.stream().sorted().toList(), code);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Follows the stream over a killed instance, the other one, and the first one again. */
    void followTheStream() throws Exception {
        String one = urls.get(0);
        String other = urls.get(1);
        List<String> codes =
                IntStream.range(0, 30).mapToObj(i -> "STREAM-" + run + "-" + i).toList();
        FleetStream stream = new FleetStream();
        stream.connect(one, operator());
        register(other, codes.subList(0, 10));
        stream.readUntil(codes.get(9));
        String history = history(one, codes.get(0));

        register(one, codes.subList(10, 15));
        stack.kill(Service.FLEET, 0);
        stream.readToTheEnd();
        register(other, codes.subList(15, 20));
        stream.connect(other, operator());
        stream.readUntil(codes.get(19));
        assertEquals(history, history(other, codes.get(0)));

        stack.awaitService(Service.FLEET, 0);
        stream.connect(one, operator());
        register(other, codes.subList(20, 30));
        stream.readUntil(codes.get(29));
        stream.close();
        assertEquals(history, history(one, codes.get(0)));

        assertEquals(codes, ours(stream), "the events of the vessels that were registered");
        assertEquals(everything(other, codes.get(29)), stream.seen(), "all events, as one connection tells them");
    }

    private List<String> ours(FleetStream stream) {
        return stream.seen().stream()
                .map(FleetStream.Event::key)
                .filter(key -> key.startsWith("STREAM-" + run))
                .toList();
    }

    private List<FleetStream.Event> everything(String url, String last) throws Exception {
        FleetStream stream = new FleetStream();
        stream.connect(url, operator());
        stream.readUntil(last);
        stream.close();
        return stream.seen();
    }

    private void register(String url, List<String> codes) {
        String token = operator();
        codes.forEach(code -> assertEquals(201, register(url, token, code).statusCode(), code));
    }

    private HttpResponse<String> register(String url, String token, String code) {
        return Http.send(Http.to(url + "/api/v1/vessels")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"name\":\"Of two instances\",\"type\":\"tug\"}".formatted(code)))
                .build());
    }

    private String history(String url, String code) {
        HttpResponse<String> answer = Http.send(Http.to(url + "/api/v1/vessels/" + code + "/history")
                .header("Authorization", "Bearer " + operator())
                .build());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("registered"), answer.body());
        return answer.body();
    }

    private String operator() {
        return Identity.OPERATOR.token(stack.url());
    }
}
