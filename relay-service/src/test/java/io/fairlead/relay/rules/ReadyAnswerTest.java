package io.fairlead.relay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.http.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is worked out once is what would be worked out each time. */
class ReadyAnswerTest {

    private static final CachePolicy POLICY = new CachePolicy(Duration.ofMinutes(5), Duration.ofHours(1), false, false);

    @Property
    void shouldBeWhatTheRulesComeToForAPlainGet(
            @ForAll("responses") HeaderFields headers, @ForAll("ages") long millis, @ForAll boolean trusted) {
        StoredResponse response = Kept.response(200, "0123456789", headers);
        Instant now = Kept.RECEIVED.plusMillis(millis);
        ReadyAnswer ready = ReadyAnswer.of(List.of(response), POLICY, trusted).orElseThrow();

        assertThat(ready.fresh(now)).isEqualTo(Reuse.of(response, Kept.get(), POLICY, now) == Reuse.FRESH);
        Presentation presented = Presentation.of(response, Kept.get());
        assertThat(ready.status()).isEqualTo(presented.status());
        assertThat(ready.body()).isEqualTo(presented.body());
        assertThat(ready.fields())
                .isEqualTo(
                        RelayedFields.of(presented.headers(), trusted).plus(HeaderFields.of("Content-Length", "10")));
        Duration age = Freshness.age(response, now);
        assertThat(ready.age(now)).isEqualTo(Long.toString(age.toSeconds()));
        CacheStatus status =
                CacheStatus.hit(Freshness.lifetime(response, POLICY).minus(age), "memory");
        assertThat(ready.cacheStatus(now)).isEqualTo(RelayedFields.cacheStatus(response.headers(), status));
    }

    @Example
    void shouldNotBeMadeOfWhatDependsOnTheRequest() {
        StoredResponse whole = Kept.response("Cache-Control", "max-age=60");
        StoredResponse varying =
                Kept.variant(new Variant("accept-language:en"), 200, "x", "Cache-Control", "max-age=60");
        StoredResponse part = Kept.response(206, "x", "Cache-Control", "max-age=60", "Content-Range", "bytes 0-0/9");

        assertThat(ReadyAnswer.of(List.of(whole), POLICY, false)).isPresent();
        assertThat(List.of(List.of(varying), List.of(part), List.of(whole, varying), List.<StoredResponse>of()))
                .allSatisfy(
                        kept -> assertThat(ReadyAnswer.of(kept, POLICY, false)).isEqualTo(Optional.empty()));
    }

    @Example
    void shouldGiveWhatTheRulesOfNowAllowOfWhatWasKeptUnderOthers() {
        StoredResponse kept = Kept.response("Cache-Control", "max-age=60", "Set-Cookie", "a=b", "Refresh", "0; url=/b");
        CachePolicy sharing = new CachePolicy(Duration.ZERO, Duration.ZERO, false, true);

        assertThat(given(kept, sharing, true)).contains("set-cookie", "refresh");
        assertThat(given(kept, POLICY, true)).contains("refresh").doesNotContain("set-cookie");
        assertThat(given(kept, sharing, false)).doesNotContain("set-cookie", "refresh");
    }

    @Example
    void shouldBeCountedWithWhatItIsMadeOf() {
        StoredResponse kept = Kept.response("X-Own", "x".repeat(1000));
        ReadyAnswer ready = ReadyAnswer.of(List.of(kept), POLICY, false).orElseThrow();

        int both = Stream.of(kept.headers(), ready.fields())
                .flatMap(fields -> fields.fields().stream())
                .mapToInt(field -> field.name().length() + field.value().length())
                .sum();
        assertThat(kept.weight()).isGreaterThanOrEqualTo(both + kept.body().length);
    }

    private static Set<String> given(StoredResponse kept, CachePolicy policy, boolean trusted) {
        return ReadyAnswer.of(List.of(kept), policy, trusted)
                .orElseThrow()
                .fields()
                .names();
    }

    @Provide
    Arbitrary<Long> ages() {
        return Arbitraries.longs().between(0, 1_000_000);
    }

    @Provide
    Arbitrary<HeaderFields> responses() {
        return Combinators.combine(
                        Arbitraries.of("", "max-age=60", "s-maxage=600, max-age=1", "no-cache", "public"),
                        Arbitraries.of("", "40", "400, 1"),
                        Arbitraries.of(-1000, 0, 10),
                        Arbitraries.of(0, 100, 900),
                        Arbitraries.of("", "other; hit"),
                        Arbitraries.of("", "1.1 other"),
                        Arbitraries.of("", "default-src 'self'"))
                .as((control, age, date, expires, status, via, policy) -> {
                    List<String> fields = new ArrayList<>(List.of(
                            "Date", HttpDate.format(Kept.RECEIVED.plusSeconds(date)), "Content-Type", "text/plain"));
                    add(fields, "Cache-Control", control);
                    add(fields, "Age", age);
                    add(fields, "Expires", expires == 0 ? "" : HttpDate.format(Kept.RECEIVED.plusSeconds(expires)));
                    add(fields, "Cache-Status", status);
                    add(fields, "Via", via);
                    add(fields, "Content-Security-Policy", policy);
                    return HeaderFields.of(fields.toArray(String[]::new));
                });
    }

    private static void add(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.addAll(List.of(name, value));
        }
    }
}
