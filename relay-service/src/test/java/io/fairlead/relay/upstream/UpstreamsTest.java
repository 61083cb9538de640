package io.fairlead.relay.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which upstreams there are. */
class UpstreamsTest {

    @Test
    void shouldNotGoBackToWhatWasReadEarlier() {
        Upstreams upstreams = upstreams("/");
        upstreams.know(List.of(kept("a", "http://new", 2), kept("b", "http://b", 1)));

        upstreams.know(List.of(kept("a", "http://old", 1)));

        assertThat(upstreams.named("a").orElseThrow().base()).hasToString("http://new");
        assertThat(upstreams.named("b")).isPresent();
        upstreams.know(List.of(kept("a", "http://newest", 3)));
        assertThat(upstreams.named("a").orElseThrow().base()).hasToString("http://newest");
    }

    @Test
    void shouldPreferTheConfiguration() {
        Upstreams upstreams = upstreams("/");

        upstreams.know(List.of(kept("tides", "http://other", 7)));

        assertThat(upstreams.named("tides").orElseThrow().base()).hasToString("http://tides");
    }

    @Test
    void shouldTakeThePathsOfTheConfiguration() {
        Upstreams upstreams = upstreams("/.well-known");
        upstreams.know(List.of());

        assertThat(upstreams.named("tides").orElseThrow().access().allows("/.well-known/a"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "/a/../b", "/a?b", "/a//b"})
    void shouldNotStartWithAPathThatIsNone(String path) {
        assertThatThrownBy(() -> upstreams(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tides")
                .hasMessageContaining(path);
    }

    private static Upstreams upstreams(String path) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MenuUpstreamSettings.class)
                .withMapping(OtherUpstreamSettings.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "fairlead.relay.upstreams.tides.url",
                                "http://tides",
                                "fairlead.relay.upstreams.tides.paths",
                                path),
                        UUID.randomUUID().toString(),
                        100))
                .build();
        return new Upstreams(
                config.getConfigMapping(MenuUpstreamSettings.class),
                config.getConfigMapping(OtherUpstreamSettings.class),
                null);
    }

    private static UpstreamTable.Kept kept(String name, String url, long version) {
        UpstreamSpec spec = new UpstreamSpec(
                name,
                url,
                null,
                Duration.ofSeconds(1),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new UpstreamTable.Kept(spec, version);
    }
}
