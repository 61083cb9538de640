package io.fairlead.relay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageTest {

    private static final CachePolicy POLICY = new CachePolicy(Duration.ZERO, Duration.ZERO, true);

    @ParameterizedTest
    @CsvSource({
        "200, '', true",
        "404, '', true",
        "501, '', true",
        "302, '', false",
        "500, '', false",
        "302, max-age=10, true",
        "599, s-maxage=10, true",
        "500, public, true",
        "200, no-store, false",
        "200, private, false",
        "200, 'private, max-age=10', false",
        "200, 'private=\"X\", max-age=10', true",
        "200, 'no-store, must-understand, max-age=10', true",
        "599, 'must-understand, max-age=10', false",
        "206, max-age=10, false",
        "304, max-age=10, false",
        "412, max-age=10, false",
        "416, max-age=10, false"
    })
    void shouldKeepWhatASharedCacheMay(int status, String control, boolean storable) {
        assertThat(storable(RequestHead.get("/a"), status, "Cache-Control", control))
                .isEqualTo(storable);
    }

    @Test
    void shouldHearWhatIsMeantForCachesLikeThisOneOnly() {
        assertThat(storable(RequestHead.get("/a"), 200, "Cache-Control", "no-store", "CDN-Cache-Control", "max-age=1"))
                .isTrue();
        assertThat(storable(RequestHead.get("/a"), 200, "Cache-Control", "max-age=1", "CDN-Cache-Control", "no-store"))
                .isFalse();
        assertThat(storable(
                        RequestHead.get("/a"), 200, "Cache-Control", "no-store", "CDN-Cache-Control", "max-age=1,&"))
                .isFalse();
        assertThat(storable(RequestHead.get("/a"), 302, "Expires", "0", "CDN-Cache-Control", "foo"))
                .isFalse();
    }

    @Test
    void shouldKeepAPartOnlyWhenItSaysWhichItIs() {
        assertThat(storable(RequestHead.get("/a"), 206, "Content-Range", "bytes 0-4/10"))
                .isTrue();
        assertThat(storable(RequestHead.get("/a"), 206, "Content-Range", "bytes 9-4/10"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=60, false",
        "'max-age=60, public', true",
        "s-maxage=60, true",
        "'max-age=60, must-revalidate', true"
    })
    void shouldKeepWhatWasAskedWithCredentialsOnlyWhenAllowed(String control, boolean storable) {
        RequestHead request = new RequestHead("GET", "/a", HeaderFields.of("Authorization", "Bearer x"));

        assertThat(storable(request, 200, "Cache-Control", control)).isEqualTo(storable);
    }

    @ParameterizedTest
    @CsvSource({"max-age=60, false", "'max-age=60, public', true", "s-maxage=60, true"})
    void shouldKeepWhatWasAskedWithCookiesOnlyWhenItIsSaidToBeForAll(String control, boolean storable) {
        RequestHead request = new RequestHead("GET", "/a", HeaderFields.of("Cookie", "a=b"));

        assertThat(storable(request, 200, "Cache-Control", control)).isEqualTo(storable);
    }

    @Test
    void shouldKeepNoCookieNorAnAnswerThatGivesOneAndDoesNotSayForHowLongItIsGood() {
        HeaderFields greeting = HeaderFields.of("Set-Cookie", "a=b", "Cache-Control", "max-age=60");

        assertThat(storable(RequestHead.get("/a"), 200, "Set-Cookie", "a=b")).isFalse();
        assertThat(storable(RequestHead.get("/a"), 200, "Set-Cookie", "a=b", "Cache-Control", "max-age=60"))
                .isTrue();
        assertThat(storable(RequestHead.get("/a"), 200, "Set-Cookie", "a=b", "Cache-Control", "public"))
                .isFalse();
        assertThat(storable(RequestHead.get("/a"), 200, "Set-Cookie", "a=b", "Expires", "0"))
                .isTrue();
        assertThat(Storage.kept(greeting, POLICY).names()).containsExactly("cache-control");
        assertThat(Storage.kept(greeting, new CachePolicy(Duration.ZERO, Duration.ZERO, true, true)))
                .isEqualTo(greeting);
    }

    @Test
    void shouldNotKeepWhatTheCallerWantsNotKept() {
        RequestHead request = new RequestHead("GET", "/a", HeaderFields.of("Cache-Control", "no-store"));

        assertThat(storable(request, 200, "Cache-Control", "max-age=60")).isFalse();
        assertThat(Storage.storable(
                        request,
                        200,
                        HeaderFields.of("Cache-Control", "max-age=60"),
                        new CachePolicy(Duration.ZERO, Duration.ZERO, false)))
                .isTrue();
    }

    @Test
    void shouldNotKeepWhatVariesOnEverythingOrOnTooMuch() {
        RequestHead wordy = new RequestHead("GET", "/a", HeaderFields.of("X", "x".repeat(Variant.LONGEST)));

        assertThat(storable(RequestHead.get("/a"), 200, "Vary", "Accept, *")).isFalse();
        assertThat(storable(RequestHead.get("/a"), 200, "Vary", ",", "Vary", "*"))
                .isFalse();
        assertThat(storable(RequestHead.get("/a"), 200, "Vary", "Accept")).isTrue();
        assertThat(storable(wordy, 200, "Vary", "X")).isFalse();
        assertThat(storable(wordy, 200)).isTrue();
    }

    @Test
    void shouldKeepAPostOnlyWhenItSaysThatItIsOfThePathAndForHowLong() {
        assertThat(storablePost("/a", "Cache-Control", "max-age=60")).isTrue();
        assertThat(storablePost("/b", "Cache-Control", "max-age=60")).isFalse();
        assertThat(storablePost(null, "Cache-Control", "max-age=60")).isFalse();
        assertThat(storablePost("/a")).isFalse();
        assertThat(storablePost("/a", "Cache-Control", "max-age=60, no-store")).isFalse();
    }

    @Test
    void shouldDropTheFieldsThatAreNotToBeUsedAgain() {
        HeaderFields received = HeaderFields.of(
                "Cache-Control", "no-cache=\"a, B\", private=c, max-age=60", "A", "1", "b", "2", "C", "3", "d", "4");

        assertThat(Storage.kept(received, POLICY).names()).containsExactlyInAnyOrder("cache-control", "d");
    }

    @Test
    void shouldShareWhatIsStaleAtOnceUnlessItMustBeAskedFor() {
        assertThat(shareable("Cache-Control", "max-age=0")).isTrue();
        assertThat(shareable("Cache-Control", "max-age=0, must-revalidate")).isFalse();
        assertThat(shareable("Cache-Control", "no-cache")).isFalse();
        assertThat(shareable("Cache-Control", "max-age=60, must-revalidate")).isTrue();
    }

    private static boolean storable(RequestHead request, int status, String... headers) {
        return Storage.storable(request, status, HeaderFields.of(headers), POLICY);
    }

    private static boolean storablePost(String contentLocation, String... headers) {
        RequestHead post = new RequestHead("POST", "/a", HeaderFields.NONE);
        return Storage.storablePost(post, 200, HeaderFields.of(headers), contentLocation, POLICY);
    }

    private static boolean shareable(String... headers) {
        Instant now = Instant.parse("2026-11-21T11:00:00Z");
        return Storage.shareable(
                new StoredResponse(
                        new CacheKey("menu", "/a"), Variant.ANY, 200, HeaderFields.of(headers), new byte[0], now, now),
                POLICY);
    }
}
