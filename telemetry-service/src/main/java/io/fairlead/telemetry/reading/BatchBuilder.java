package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import io.fairlead.core.problem.FieldError;
import io.fairlead.telemetry.block.Points;
import io.fairlead.telemetry.block.PointsBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what a door reads from a request, and everything that is wrong with it. */
@Computation
public final class BatchBuilder {

    private static final int MOST_ERRORS = 100;

    private final List<FieldError> errors = new ArrayList<>();
    private final List<RejectedReading> rejected = new ArrayList<>();
    private final SortedMap<String, Channel> channels = new TreeMap<>();
    private final Map<String, Map<Reading.Key, Reading>> readings = new HashMap<>();
    private int repeated;

    /** Refuses the batch: a field is wrong. */
    public void refuse(String pointer, String detail) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(FieldError.body(pointer, detail));
        }
    }

    /** Leaves out one reading; the rest of the batch stands. */
    public void reject(RejectedReading reading) {
        rejected.add(reading);
    }

    /**
     * Takes a reading; refuses the batch when it contradicts an earlier one of it. A LocalID means the same by every
     * door, also by one that knows none.
     */
    public void add(Channel reported, Reading reading, String pointer) {
        Channel channel = LocalId.complete(reported);
        String fault = channel == reported ? null : PowerValue.fault(reading, channel);
        if (fault != null) {
            refuse(pointer, fault);
            return;
        }
        String key = channel.identity();
        channels.putIfAbsent(key, channel);
        Reading earlier =
                readings.computeIfAbsent(key, first -> new HashMap<>()).putIfAbsent(reading.key(), reading);
        if (earlier == null) {
            return;
        }
        repeated++;
        if (!earlier.equals(reading)) {
            refuse(pointer, "Another value for the same channel and time stands earlier in this request.");
        }
    }

    /** What is wrong; empty when the batch is good. At most a hundred, however much is wrong. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** The batch, when nothing is wrong. */
    public Batch build(String vessel, String door) {
        List<Batch.Part> parts = new ArrayList<>(channels.size());
        channels.forEach((key, channel) ->
                parts.add(new Batch.Part(channel, points(readings.get(key).values()))));
        return new Batch(vessel, door, List.copyOf(parts), repeated, List.copyOf(rejected));
    }

    private static Points points(Collection<Reading> readings) {
        PointsBuilder points = new PointsBuilder();
        readings.forEach(points::add);
        return points.build();
    }
}
