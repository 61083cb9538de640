package io.fairlead.relay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheGroupsTest {

    @Test
    void shouldReadTheGroupsOfAResponse() {
        assertThat(CacheGroups.of(HeaderFields.of("Cache-Groups", "\"a, b\" ,\"c\\\"d\";x=1", "cache-groups", "\"e\"")))
                .containsExactlyInAnyOrder("a, b", "c\"d", "e");
        assertThat(CacheGroups.of(HeaderFields.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"a\", b", "\"a", "1", "(\"a\")"})
    void shouldReadNoGroupsFromWhatIsNoListOfStrings(String list) {
        assertThat(CacheGroups.of(HeaderFields.of("Cache-Groups", list))).isEmpty();
    }

    @Test
    void shouldReadALongGroup() {
        String name = "a".repeat(10_000);

        assertThat(CacheGroups.of(HeaderFields.of("Cache-Groups", "\"" + name + "\"")))
                .containsExactly(name);
    }

    @Test
    void shouldForgetGroupsOnlyAfterARequestThatMayHaveChangedSomething() {
        HeaderFields answer = HeaderFields.of("Cache-Group-Invalidation", "\"a\"");

        assertThat(CacheGroups.invalidated(new RequestHead("POST", "/a", HeaderFields.NONE), answer))
                .containsExactly("a");
        assertThat(CacheGroups.invalidated(RequestHead.get("/a"), answer)).isEmpty();
    }
}
