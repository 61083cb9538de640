package io.fairlead.relay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidationTest {

    private static final String BASE = "http://outside.example:81/base";

    @ParameterizedTest
    @CsvSource({
        "POST, 200, true",
        "DELETE, 204, true",
        "PUT, 302, true",
        "UNHEARD-OF, 200, true",
        "POST, 404, false",
        "PUT, 500, false",
        "GET, 200, false",
        "HEAD, 200, false",
        "OPTIONS, 200, false",
        "QUERY, 200, false"
    })
    void shouldForgetAPathWhenItMayHaveChanged(String method, int status, boolean forgotten) {
        RequestHead request = new RequestHead(method, "/a?b", HeaderFields.NONE);

        assertThat(Invalidation.paths(request, status, HeaderFields.NONE, BASE).contains("/a?b"))
                .isEqualTo(forgotten);
    }

    @ParameterizedTest
    @CsvSource({
        "http://outside.example:81/base/c?d#e, /c?d",
        "HTTP://OUTSIDE.example:81/base/c, /c",
        "//outside.example:81/base/c, /c",
        "/base/c, /c",
        "c, /x/c",
        "?d, /x/y?d",
        "'', /x/y?z"
    })
    void shouldFindThePathThatAReferenceMeans(String reference, String path) {
        assertThat(Invalidation.path(reference, "/x/y?z", BASE)).contains(path);
    }

    @ParameterizedTest
    @CsvSource({
        "http://elsewhere.example/base/c",
        "https://outside.example:81/base/c",
        "//elsewhere.example/base/c",
        "/other/c",
        "/basement"
    })
    void shouldFindNoneThatIsSomewhereElse(String reference) {
        assertThat(Invalidation.path(reference, "/x/y", BASE)).isEmpty();
    }

    @Test
    void shouldForgetWhatTheAnswerNames() {
        RequestHead request = new RequestHead("POST", "/a", HeaderFields.NONE);
        HeaderFields answer = HeaderFields.of("Location", "/base/b", "Content-Location", BASE + "/c");

        assertThat(Invalidation.paths(request, 201, answer, BASE)).containsExactly("/a", "/b", "/c");
    }
}
