package io.fairlead.relay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-21T11:00:00Z");
    private static final String DATE = "Sat, 21 Nov 2026 11:00:00 GMT";
    private static final Duration DEFAULT = Duration.ofMinutes(5);
    private static final Duration STALE = Duration.ofHours(1);
    private static final CachePolicy POLICY = new CachePolicy(DEFAULT, STALE, true);

    @Test
    void shouldBeFreshUntilItsLifetimeIsOverAndNotAtIt() {
        StoredResponse response = response(200, "Cache-Control", "max-age=60");

        assertThat(Freshness.fresh(response, POLICY, RECEIVED.plusSeconds(60).minusMillis(1)))
                .isTrue();
        assertThat(Freshness.fresh(response, POLICY, RECEIVED.plusSeconds(60))).isFalse();
        assertThat(Freshness.freshUntil(response, POLICY)).isEqualTo(RECEIVED.plusSeconds(60));
    }

    @Test
    void shouldPreferWhatIsMeantForSharedCaches() {
        assertThat(lifetime("Cache-Control", "max-age=60, s-maxage=10")).isEqualTo(Duration.ofSeconds(10));
        assertThat(lifetime("Cache-Control", "max-age=60", "Expires", "Sat, 21 Nov 2026 12:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(lifetime("Date", DATE, "Expires", "Sat, 21 Nov 2026 12:00:00 GMT"))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void shouldTakeAnExpiryThatCannotBeReadForPast() {
        assertThat(lifetime("Date", DATE, "Expires", "0")).isEqualTo(Duration.ZERO);
        assertThat(lifetime("Date", DATE, "Expires", "Sat, 21 Nov 2026 10:00:00 GMT"))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void shouldGuessALifetimeWhenNoneIsGiven() {
        assertThat(lifetime()).isEqualTo(DEFAULT);
        assertThat(lifetime("Date", DATE, "Last-Modified", "Sat, 21 Nov 2026 01:00:00 GMT"))
                .isEqualTo(Duration.ofHours(1));
        assertThat(lifetime("Date", DATE, "Last-Modified", "Sat, 21 Nov 2020 01:00:00 GMT"))
                .isEqualTo(Duration.ofDays(1));
        assertThat(Freshness.lifetime(response(500), POLICY)).isEqualTo(Duration.ZERO);
    }

    @Test
    void shouldNeverBeFreshWhenItMustBeAskedFor() {
        assertThat(Freshness.fresh(response(200, "Cache-Control", "no-cache, max-age=60"), POLICY, RECEIVED))
                .isFalse();
    }

    @Test
    void shouldCountTheAgeThatAResponseBrings() {
        StoredResponse old = response(200, "Age", "40", "Cache-Control", "max-age=60");

        assertThat(Freshness.age(old, RECEIVED.plusSeconds(5))).isEqualTo(Duration.ofSeconds(45));
        assertThat(Freshness.fresh(old, POLICY, RECEIVED.plusSeconds(20))).isFalse();
        assertThat(Freshness.age(response(200, "Date", "Sat, 21 Nov 2026 10:59:00 GMT"), RECEIVED))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(Freshness.age(response(200, "Date", "Sat, 21 Nov 2026 11:59:00 GMT"), RECEIVED))
                .isEqualTo(Duration.ZERO);
    }

    @Property
    void shouldNeverBecomeFreshAgain(
            @ForAll @IntRange(max = 100_000) int maxAge, @ForAll @IntRange(max = 100_000) int at) {
        StoredResponse response = response(200, "Cache-Control", "max-age=" + maxAge);
        Instant now = RECEIVED.plusSeconds(at);

        assertThat(Freshness.fresh(response, POLICY, now)).isEqualTo(at < maxAge);
        assertThat(Freshness.fresh(response, POLICY, now))
                .isEqualTo(now.isBefore(Freshness.freshUntil(response, POLICY)));
    }

    private static Duration lifetime(String... headers) {
        return Freshness.lifetime(response(200, headers), POLICY);
    }

    private static StoredResponse response(int status, String... headers) {
        return new StoredResponse(
                new CacheKey("menu", "/a"),
                Variant.ANY,
                status,
                HeaderFields.of(headers),
                new byte[0],
                RECEIVED,
                RECEIVED);
    }
}
