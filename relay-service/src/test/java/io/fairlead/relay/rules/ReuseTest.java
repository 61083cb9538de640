package io.fairlead.relay.rules;

import static io.fairlead.relay.rules.Kept.RECEIVED;
import static io.fairlead.relay.rules.Kept.get;
import static io.fairlead.relay.rules.Kept.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReuseTest {

    private static final CachePolicy POLICY = new CachePolicy(Duration.ZERO, Duration.ofHours(1), true);
    private static final CachePolicy DEAF = new CachePolicy(Duration.ZERO, Duration.ofHours(1), false);

    @ParameterizedTest
    @CsvSource({
        // what the upstream says, what the caller says, age in seconds, what may be done
        "max-age=60, '', 59, FRESH",
        "max-age=60, '', 60, VALIDATE",
        "'max-age=60, no-cache', '', 1, VALIDATE",
        "'max-age=60, no-cache=\"x\"', '', 1, FRESH",
        "max-age=60, no-cache, 1, VALIDATE",
        "max-age=60, max-age=10, 10, FRESH",
        "max-age=60, max-age=10, 11, VALIDATE",
        "max-age=60, min-fresh=20, 40, FRESH",
        "max-age=60, min-fresh=20, 41, VALIDATE",
        "max-age=60, max-stale=5, 65, STALE",
        "max-age=60, max-stale=5, 66, VALIDATE",
        "max-age=60, max-stale, 9999, STALE",
        "'max-age=60, must-revalidate', max-stale, 61, VALIDATE",
        "'max-age=60, proxy-revalidate', max-stale, 61, VALIDATE",
        "s-maxage=60, max-stale, 61, VALIDATE",
        "'max-age=60, stale-while-revalidate=30', '', 90, STALE_WHILE_REVALIDATING",
        "'max-age=60, stale-while-revalidate=30', '', 91, VALIDATE",
        "'max-age=60, stale-while-revalidate=30, must-revalidate', '', 61, VALIDATE",
        "'max-age=60, stale-while-revalidate=30', no-cache, 61, VALIDATE"
    })
    void shouldBeUsedAsBothSidesAllow(String upstream, String caller, int age, Reuse reuse) {
        StoredResponse kept = response("Cache-Control", upstream);

        assertThat(Reuse.of(kept, get("Cache-Control", caller), POLICY, RECEIVED.plusSeconds(age)))
                .isEqualTo(reuse);
    }

    @Test
    void shouldNotHearTheCallerWhereThePolicySaysSo() {
        StoredResponse kept = response("Cache-Control", "max-age=60");

        assertThat(Reuse.of(kept, get("Cache-Control", "no-cache"), DEAF, RECEIVED))
                .isEqualTo(Reuse.FRESH);
        assertThat(Reuse.of(kept, get("Cache-Control", "max-stale"), DEAF, RECEIVED.plusSeconds(61)))
                .isEqualTo(Reuse.VALIDATE);
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=60, '', 3660, true",
        "max-age=60, '', 3661, false",
        "'max-age=60, stale-if-error=30', '', 90, true",
        "'max-age=60, stale-if-error=30', '', 91, false",
        "'max-age=60, stale-if-error=30', stale-if-error=40, 100, true",
        "max-age=60, no-cache, 61, false",
        "'max-age=60, must-revalidate', '', 61, false",
        "'max-age=60, proxy-revalidate', '', 61, false",
        "'max-age=60, s-maxage=60', '', 61, false",
        "'max-age=60, no-cache', '', 61, false"
    })
    void shouldStandInForAFailureAsLongAsAllowed(String upstream, String caller, int age, boolean usable) {
        StoredResponse kept = response("Cache-Control", upstream);

        assertThat(Reuse.onError(kept, get("Cache-Control", caller), POLICY, RECEIVED.plusSeconds(age)))
                .isEqualTo(usable);
    }

    @Property
    void shouldNeverBeUsedMoreFreelyWhenOlder(
            @ForAll @IntRange(max = 200) int age,
            @ForAll @IntRange(max = 200) int older,
            @ForAll @IntRange(max = 100) int maxAge,
            @ForAll @IntRange(max = 100) int window) {
        StoredResponse kept = response("Cache-Control", "max-age=" + maxAge + ", stale-while-revalidate=" + window);
        Reuse now = Reuse.of(kept, get(), POLICY, RECEIVED.plusSeconds(age));
        Reuse later = Reuse.of(kept, get(), POLICY, RECEIVED.plusSeconds(age + older));

        assertThat(later).isGreaterThanOrEqualTo(now);
    }
}
