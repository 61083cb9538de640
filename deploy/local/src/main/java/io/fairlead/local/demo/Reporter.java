package io.fairlead.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.local.Api;
import io.fairlead.local.Identity;
import io.fairlead.local.LaunchException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reports one vessel's readings, and knows how far it has come: what was not taken is sent again, and after a restart it goes on
 * behind its newest reading that is there.
 */
final class Reporter {

    private static final Duration COARSE = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final int LARGEST = 288;

    private final Api api;
    private final Ship ship;
    private final List<Channel> channels;
    private final History history;
    private final Duration every;
    private Instant last;
    private Gap gap = Gap.NONE;
    private long taken;

    /**
     * A vessel's gateway.
     *
     * @param history what it tells of the time before, when it reports for the first time
     * @param every how often it measures
     */
    Reporter(Api api, Ship ship, History history, Duration every) {
        this.api = api;
        this.ship = ship;
        this.channels = Channels.of(ship);
        this.history = history;
        this.every = every;
    }

    /** How many readings were taken so far. */
    long taken() {
        return taken;
    }

    /** Sends one package of what was measured up to a time; false when there was nothing left to send. */
    boolean report(Instant now) {
        if (last == null) {
            begin(now);
        }
        List<Instant> due = due(now);
        if (due.isEmpty()) {
            return false;
        }
        List<Instant> told = due.stream().filter(gap::leaves).toList();
        if (!told.isEmpty()) {
            JsonNode receipt = send(DataPackage.readings(ship, channels, told));
            taken += receipt.path("accepted").asLong();
        }
        last = due.get(due.size() - 1);
        return true;
    }

    private void begin(Instant now) {
        send(DataPackage.channels(ship, channels));
        Instant first = floor(now.minus(history.length()), COARSE);
        Instant newest = newest();
        boolean isNew = newest.isBefore(first);
        gap = isNew ? history.gap(now) : Gap.NONE;
        last = isNew ? first.minus(COARSE) : newest;
    }

    /** Of the channels that are reported here: others may report for the vessel too. */
    private Instant newest() {
        String path = "/api/v1/sensors/" + ship.code() + "/latest?limit=1000";
        Set<String> own = channels.stream().map(Channel::localId).collect(Collectors.toSet());
        Instant newest = Instant.EPOCH;
        for (JsonNode item : taken(api.get(Identity.VIEWER, path), path).path("items")) {
            Instant time = Instant.parse(item.path("reading").path("time").asText());
            boolean later = own.contains(item.path("channel").path("name").asText()) && time.isAfter(newest);
            newest = later ? time : newest;
        }
        return newest;
    }

    /** Every so often; but when that is long ago, as after a night, in larger steps. */
    private List<Instant> due(Instant now) {
        Duration step = Duration.between(last, now).compareTo(LATE) > 0 ? COARSE : every;
        List<Instant> due = new ArrayList<>();
        for (Instant time = floor(last, step).plus(step); !time.isAfter(now) && due.size() < LARGEST; ) {
            due.add(time);
            time = time.plus(step);
        }
        return due;
    }

    private JsonNode send(String content) {
        String path = "/api/v1/sensors/iso19848";
        return taken(api.post(Identity.SHIPS, path, content), path);
    }

    private JsonNode taken(Api.Answer answer, String path) {
        if (answer.status() != 200) {
            throw new LaunchException("%s of %s: %d %s"
                    .formatted(
                            path,
                            ship.code(),
                            answer.status(),
                            answer.body().path("detail").asText()));
        }
        return answer.body();
    }

    private static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }
}
