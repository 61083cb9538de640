package io.fairlead.relay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.rules.CacheKey;
import io.fairlead.relay.rules.StoredResponse;
import io.fairlead.relay.rules.Variant;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryTierTest {

    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");

    @Test
    void shouldStayWithinItsBytes() {
        MemoryTier memory = new MemoryTier(100_000);

        for (int i = 0; i < 100; i++) {
            memory.put(response("/" + i, 10_000), memory.generation());
        }

        assertThat(memory.entries()).isBetween(1L, 9L);
        assertThat(memory.bytes()).isLessThanOrEqualTo(100_000);
    }

    @Test
    void shouldForgetWhatAPurgeCoversAndNothingElse() {
        MemoryTier memory = new MemoryTier(100_000);
        memory.put(response("/a/1", 10), memory.generation());
        memory.put(response("/b", 10), memory.generation());

        memory.purge(new Purge("menu/a", NOW, false, Set.of()));

        assertThat(memory.find(new CacheKey("menu", "/a/1"))).isEmpty();
        assertThat(memory.find(new CacheKey("menu", "/b"))).isNotEmpty();
    }

    @Test
    void shouldKeepWhatWasAskedForAfterThePurge() {
        MemoryTier memory = new MemoryTier(100_000);
        memory.put(response("/a", 10), memory.generation());

        memory.purge(new Purge("menu/", NOW.minusNanos(1), false, Set.of()));

        assertThat(memory.find(new CacheKey("menu", "/a"))).isNotEmpty();
    }

    @Test
    void shouldNotKeepWhatAPurgeOvertook() {
        MemoryTier memory = new MemoryTier(100_000);
        long begun = memory.generation();

        memory.purge(new Purge("menu/", NOW, false, Set.of()));
        memory.put(response("/a", 10), begun);

        assertThat(memory.find(new CacheKey("menu", "/a"))).isEmpty();
    }

    @Test
    void shouldForgetExactlyWhatWasChangedAndNotKeepWhatWasAskedForBefore() {
        MemoryTier memory = new MemoryTier(100_000);
        memory.put(response("/a", 10), memory.generation());
        memory.put(response("/a/1", 10), memory.generation());
        long begun = memory.generation();

        memory.purge(new Purge("menu/a", NOW, true, Set.of()));
        memory.put(response("/a", 10), begun);
        memory.put(response("/b", 10), begun);

        assertThat(memory.find(new CacheKey("menu", "/a"))).isEmpty();
        assertThat(memory.find(new CacheKey("menu", "/a/1"))).isNotEmpty();
        assertThat(memory.find(new CacheKey("menu", "/b"))).isNotEmpty();
    }

    @Test
    void shouldKeepNothingThatWasAskedForUnderWayWhenMoreWasChangedThanCanBeRemembered() {
        MemoryTier memory = new MemoryTier(100_000);
        long begun = memory.generation();

        memory.purge(new Purge("menu/a", NOW, true, Set.of()));
        for (int i = 0; i < 20_000; i++) {
            memory.purge(new Purge("menu/other/" + i, NOW, true, Set.of()));
        }
        memory.put(response("/a", 10), begun);

        assertThat(memory.find(new CacheKey("menu", "/a"))).isEmpty();
    }

    @Test
    void shouldKeepNothingOfAnUpstreamUntilEveryInstanceKnowsOfItsChange() {
        MemoryTier memory = new MemoryTier(100_000);

        memory.purge(new Purge("menu/", NOW.plusSeconds(10), false, Set.of()));
        memory.put(response("/a", 10), memory.generation());

        assertThat(memory.find(new CacheKey("menu", "/a"))).isEmpty();
    }

    @Test
    void shouldRememberTheLatestOfChangesWhicheverIsHeardOfLast() {
        MemoryTier memory = new MemoryTier(100_000);

        for (Instant at : new Instant[] {NOW, NOW.minusSeconds(10)}) {
            memory.purge(new Purge("menu/a", at, true, Set.of()));
            memory.purge(new Purge("menu/", at, false, Set.of("x")));
            memory.purge(new Purge("other/", at, false, Set.of()));
        }
        memory.put(response("/a", 10), memory.generation());
        memory.put(inGroup("/b", "x"), memory.generation());
        memory.put(of("other", "/c"), memory.generation());

        assertThat(memory.entries()).isZero();
    }

    @Test
    void shouldNotTakeAGroupWithoutANameForAllThereIs() {
        MemoryTier memory = new MemoryTier(100_000);

        memory.purge(new Purge("menu/", NOW, false, Set.of("")));
        memory.put(response("/a", 10), memory.generation());
        memory.put(inGroup("/b", ""), memory.generation());

        assertThat(memory.find(new CacheKey("menu", "/a"))).isNotEmpty();
        assertThat(memory.find(new CacheKey("menu", "/b"))).isEmpty();
    }

    @Test
    void shouldForgetAVariantThatMustNotBeKeptAndNoOther() {
        MemoryTier memory = new MemoryTier(100_000);
        memory.put(variant("foo:1", 1), memory.generation());
        memory.put(variant("foo:2", 2), memory.generation());

        memory.forget(variant("foo:1", 1));

        assertThat(memory.find(new CacheKey("menu", "/a")))
                .extracting(StoredResponse::variant)
                .containsExactly(new Variant("foo:2"));
        memory.forget(variant("foo:2", 2));
        assertThat(memory.entries()).isZero();
    }

    @Test
    void shouldForgetAGroupAndNotKeepWhatWasAskedForBefore() {
        MemoryTier memory = new MemoryTier(100_000);
        memory.put(inGroup("/a", "x"), memory.generation());
        memory.put(inGroup("/b", "y"), memory.generation());
        long begun = memory.generation();

        memory.purge(new Purge("menu/", NOW, false, Set.of("x")));
        memory.put(inGroup("/a", "x"), begun);
        memory.put(response("/c", 10), begun);

        assertThat(memory.find(new CacheKey("menu", "/a"))).isEmpty();
        assertThat(memory.find(new CacheKey("menu", "/b"))).isNotEmpty();
        assertThat(memory.find(new CacheKey("menu", "/c"))).isNotEmpty();
    }

    private static StoredResponse inGroup(String path, String group) {
        return response(path, 10).with(HeaderFields.of("Cache-Groups", "\"" + group + "\""), new byte[10]);
    }

    @Test
    void shouldKeepAFewVariantsOfAPathAndTheNewestOfEach() {
        MemoryTier memory = new MemoryTier(1_000_000);
        for (int i = 0; i < 100; i++) {
            memory.put(variant("foo:" + i % 50, i), memory.generation());
        }

        assertThat(memory.find(new CacheKey("menu", "/a")))
                .hasSize(16)
                .extracting(response -> response.body().length)
                .allMatch(length -> length >= 84);
    }

    private static StoredResponse variant(String text, int bytes) {
        return new StoredResponse(
                new CacheKey("menu", "/a"), new Variant(text), 200, HeaderFields.NONE, new byte[bytes], NOW, NOW);
    }

    private static StoredResponse of(String upstream, String path) {
        return new StoredResponse(
                new CacheKey(upstream, path), Variant.ANY, 200, HeaderFields.NONE, new byte[10], NOW, NOW);
    }

    private static StoredResponse response(String path, int bytes) {
        return new StoredResponse(
                new CacheKey("menu", path), Variant.ANY, 200, HeaderFields.NONE, new byte[bytes], NOW, NOW);
    }
}
