package io.fairlead.relay.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/restaurant", "/a//b", "/caf%C3%A9", "/a.b/...", "/a;v=1/b", "/@me:x", "/%20"})
    void shouldHaveNoObjectionToAnOrdinaryPath(String path) {
        assertThat(UpstreamPath.objection(path, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/..",
                "/a/..",
                "/../a",
                "/.",
                "/%2e%2E/a",
                "/.%2e",
                "/..;a=1",
                "/%2e;x/a",
                "/a%2fb",
                "/a%2Fb",
                "/a%5Cb",
                "/a\\b",
                "/%00",
                "/%0a",
                "/%7F",
                "/%25",
                "/%252e",
                "/%",
                "/%2",
                "/%zz",
                "/a b",
                "/ä",
                "/a#b",
                "/a?b",
                "/<a>",
                "/{a}",
                "/\u0661"
            })
    void shouldObjectToWhatCouldBeReadInTwoWays(String path) {
        assertThat(UpstreamPath.objection(path, null)).isPresent();
    }

    @Test
    void shouldLetAQueryHoldWhatAPathMayNot() {
        assertThat(UpstreamPath.objection("/a", "next=%2Fb%2F..%2F&x=../y&z[]=100%25"))
                .isEmpty();
        assertThat(UpstreamPath.objection("/a", "")).isEmpty();
        assertThat(UpstreamPath.objection("/a", "x=%00")).isPresent();
        assertThat(UpstreamPath.objection("/a", "x=%0D%0A")).isPresent();
        assertThat(UpstreamPath.objection("/a", "x= y")).isPresent();
    }

    @Property
    void shouldNeverLetAPathLeaveItsBase(@ForAll("paths") String path) {
        if (UpstreamPath.objection(path, null).isEmpty()) {
            URI resolved = URI.create("http://upstream/base" + path).normalize();

            assertThat(resolved.getHost()).isEqualTo("upstream");
            assertThat(resolved.getPath()).startsWith("/base");
        }
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("/", ".", "..", "%2e", "%2E", "%2f", "%5c", ";", "a", "\\", "%00", "@", ":", "%25")
                .list()
                .ofMaxSize(8)
                .map(parts -> "/" + String.join("", parts));
    }
}
