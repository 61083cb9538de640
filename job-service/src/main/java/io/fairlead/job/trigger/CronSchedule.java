package io.fairlead.job.trigger;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.fairlead.core.Computation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When a cron expression is due in a time zone. Its fields speak of the wall clock. Where that skips an hour, what was due in it
 * is due once, right after. Where it shows an hour twice, a schedule for certain hours is due in the first; one for any hour
 * ({@code *} or {@code *&#47;n}) goes on through both, as cron does.
 */
@Computation
final class CronSchedule {

    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final Duration NEAR = Duration.ofDays(1);
    private static final int MOST_STEPS = 10_000;

    private final ExecutionTime times;
    private final ZoneId zone;
    private final boolean anyHour;

    private CronSchedule(ExecutionTime times, ZoneId zone, boolean anyHour) {
        this.times = times;
        this.zone = zone;
        this.anyHour = anyHour;
    }

    /**
     * Reads an expression of five fields.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static CronSchedule parse(String expression, ZoneId zone) {
        ExecutionTime times = ExecutionTime.forCron(PARSER.parse(expression).validate());
        return new CronSchedule(times, zone, expression.strip().split("\\s+")[1].startsWith("*"));
    }

    /** The first time after this one; empty when it is never due. */
    Optional<Instant> next(Instant after) {
        LocalDateTime local = LocalDateTime.ofInstant(after, zone).minus(overlapNear(after));
        Instant best = null;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<LocalDateTime> following = step(local, times::nextExecution);
            if (following.isEmpty()) {
                break;
            }
            local = following.get();
            List<Instant> instants = instants(local);
            for (Instant instant : instants) {
                if (instant.isAfter(after) && (best == null || instant.isBefore(best))) {
                    best = instant;
                }
            }
            if (best != null && !instants.get(0).isBefore(best)) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The last time that is not after this one; empty when there was none. */
    Optional<Instant> last(Instant until) {
        LocalDateTime local =
                LocalDateTime.ofInstant(until, zone).plus(overlapNear(until)).plusNanos(1);
        Instant best = null;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<LocalDateTime> earlier = step(local, times::lastExecution);
            if (earlier.isEmpty()) {
                break;
            }
            local = earlier.get();
            List<Instant> instants = instants(local);
            for (Instant instant : instants) {
                if (!instant.isAfter(until) && (best == null || instant.isAfter(best))) {
                    best = instant;
                }
            }
            if (best != null && !instants.get(instants.size() - 1).isAfter(best)) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    /** In UTC, where the wall clock never jumps. */
    private static Optional<LocalDateTime> step(
            LocalDateTime local, Function<ZonedDateTime, Optional<ZonedDateTime>> direction) {
        return direction.apply(local.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    /** When the wall clock shows this and it counts, in order; at least one. */
    private List<Instant> instants(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return List.of(zone.getRules().getTransition(local).getInstant());
        }
        return offsets.stream()
                .limit(anyHour ? offsets.size() : 1)
                .map(local::toInstant)
                .toList();
    }

    /** By how much the wall clock is, was or will be set back about then; no time if it is not. */
    private Duration overlapNear(Instant time) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(time.minus(NEAR));
        return next != null && next.isOverlap() && next.getInstant().isBefore(time.plus(NEAR))
                ? next.getDuration().negated()
                : Duration.ZERO;
    }
}
