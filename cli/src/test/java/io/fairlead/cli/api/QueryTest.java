package io.fairlead.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths and parameters of requests. */
class QueryTest {

    @Test
    void shouldEncodeWhateverASegmentHolds() {
        assertThat(Query.to("/a/{}/b/{}", "x/../y?z", "ä %")).hasToString("/a/x%2F..%2Fy%3Fz/b/%C3%A4%20%25");
    }

    @Test
    void shouldLeaveOutWhatIsNotGiven() {
        assertThat(Query.to("/a").with("b", null).withEach("c", null)).hasToString("/a");
    }

    @Test
    void shouldRepeatAParameterForEachOfItsValues() {
        assertThat(Query.to("/a").with("b", 1).withEach("c", List.of("x y", "&")))
                .hasToString("/a?b=1&c=x%20y&c=%26");
    }
}
