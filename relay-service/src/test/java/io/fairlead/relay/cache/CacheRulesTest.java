package io.fairlead.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.upstream.HeaderFields;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheRulesTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-21T11:00:00Z");
    private static final String DATE = "Sat, 21 Nov 2026 11:00:00 GMT";
    private static final Duration DEFAULT = Duration.ofMinutes(5);
    private static final Duration STALE = Duration.ofHours(1);
    private static final CacheRules RULES = new CacheRules(DEFAULT, STALE);

    @Test
    void shouldBeFreshUntilItsLifetimeIsOverAndNotAtIt() {
        StoredResponse response = response(200, "Cache-Control", "max-age=60");

        assertThat(RULES.fresh(response, RECEIVED.plusSeconds(60).minusMillis(1)))
                .isTrue();
        assertThat(RULES.fresh(response, RECEIVED.plusSeconds(60))).isFalse();
        assertThat(RULES.freshUntil(response)).isEqualTo(RECEIVED.plusSeconds(60));
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
        assertThat(RULES.lifetime(response(500))).isEqualTo(Duration.ZERO);
    }

    @Test
    void shouldNeverBeFreshWhenItMustBeAskedFor() {
        assertThat(RULES.fresh(response(200, "Cache-Control", "no-cache, max-age=60"), RECEIVED))
                .isFalse();
    }

    @Test
    void shouldCountTheAgeThatAResponseBrings() {
        StoredResponse old = response(200, "Age", "40", "Cache-Control", "max-age=60");

        assertThat(RULES.age(old, RECEIVED.plusSeconds(5))).isEqualTo(Duration.ofSeconds(45));
        assertThat(RULES.fresh(old, RECEIVED.plusSeconds(20))).isFalse();
        assertThat(RULES.age(response(200, "Date", "Sat, 21 Nov 2026 10:59:00 GMT"), RECEIVED))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(RULES.age(response(200, "Date", "Sat, 21 Nov 2026 11:59:00 GMT"), RECEIVED))
                .isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "200, '', true",
        "404, '', true",
        "302, '', false",
        "500, '', false",
        "302, max-age=10, true",
        "500, public, true",
        "200, no-store, false",
        "200, private, false",
        "200, 'private, max-age=10', false",
        "206, max-age=10, false",
        "304, max-age=10, false"
    })
    void shouldKeepWhatASharedCacheMay(int status, String control, boolean storable) {
        assertThat(RULES.storable(status, HeaderFields.of("Cache-Control", control)))
                .isEqualTo(storable);
    }

    @Test
    void shouldNotKeepWhatVariesOnEverything() {
        assertThat(RULES.storable(200, HeaderFields.of("Vary", "Accept, *"))).isFalse();
        assertThat(RULES.storable(200, HeaderFields.of("Vary", "Accept"))).isTrue();
    }

    @Test
    void shouldStandInForAFailureUntilItIsTooStale() {
        StoredResponse response = response(200, "Cache-Control", "max-age=60");
        Instant stale = RECEIVED.plusSeconds(60);

        assertThat(RULES.usableOnError(response, stale.plus(STALE))).isTrue();
        assertThat(RULES.usableOnError(response, stale.plus(STALE).plusMillis(1)))
                .isFalse();
    }

    @Test
    void shouldStandInForAFailureAsLongAsTheResponseSays() {
        StoredResponse response = response(200, "Cache-Control", "max-age=60, stale-if-error=30");

        assertThat(RULES.usableOnError(response, RECEIVED.plusSeconds(90))).isTrue();
        assertThat(RULES.usableOnError(response, RECEIVED.plusSeconds(91))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"must-revalidate", "proxy-revalidate", "s-maxage=10", "no-cache"})
    void shouldNotStandInWhenTheResponseForbidsIt(String directive) {
        assertThat(RULES.usableOnError(response(200, "Cache-Control", directive), RECEIVED.plusSeconds(11)))
                .isFalse();
    }

    @Property
    void shouldNeverBecomeFreshAgain(
            @ForAll @IntRange(max = 100_000) int maxAge, @ForAll @IntRange(max = 100_000) int at) {
        StoredResponse response = response(200, "Cache-Control", "max-age=" + maxAge);
        Instant now = RECEIVED.plusSeconds(at);

        assertThat(RULES.fresh(response, now)).isEqualTo(at < maxAge);
        assertThat(RULES.fresh(response, now)).isEqualTo(now.isBefore(RULES.freshUntil(response)));
    }

    private static Duration lifetime(String... headers) {
        return RULES.lifetime(response(200, headers));
    }

    private static StoredResponse response(int status, String... headers) {
        return new StoredResponse(
                new CacheKey("menu", "/a"), status, HeaderFields.of(headers), new byte[0], RECEIVED, RECEIVED);
    }
}
