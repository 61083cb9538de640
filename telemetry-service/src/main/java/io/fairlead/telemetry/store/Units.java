package io.fairlead.telemetry.store;

import io.fairlead.core.Computation;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.Channel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds that readings come in the unit in which their channel is kept. */
@Computation
final class Units {

    private Units() {}

    /** Refuses channels that state another unit than the one in which their series stands. */
    static void require(List<Channel> channels, List<Series> kept) {
        Map<String, Channel> stated =
                channels.stream().collect(Collectors.toMap(Channel::identity, Function.identity()));
        List<FieldError> errors = kept.stream()
                .map(Series::channel)
                .filter(own -> unfit(stated.get(own.identity()), own))
                .map(own -> FieldError.body(
                        "",
                        "Channel " + own.name() + " is kept in " + own.unit() + ", not in "
                                + stated.get(own.identity()).unit() + "."))
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
    }

    private static boolean unfit(Channel stated, Channel kept) {
        return stated.unit() != null && kept.unit() != null && !stated.unit().equals(kept.unit());
    }
}
