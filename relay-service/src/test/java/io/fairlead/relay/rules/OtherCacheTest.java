package io.fairlead.relay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import io.fairlead.relay.http.HttpDate;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Our rules beside another cache's: what is kept, for how long it is used, and what the upstream is asked later. The times
 * are seconds apart from each other, as the other cache has no clock but the machine's.
 */
class OtherCacheTest {

    private static final OtherCache OTHER = new OtherCache();
    private static final Set<Difference> SEEN = EnumSet.noneOf(Difference.class);
    private static int number;

    @AfterContainer
    static void close() throws IOException {
        OTHER.close();
        assertThat(SEEN).as("differences that there still are").containsExactlyInAnyOrder(Difference.values());
    }

    @Property(tries = 20_000)
    void shouldDecideAsTheOtherCacheUnlessThereIsAReason(@ForAll("repeated") RepeatedRequest request)
            throws IOException {
        Decision theirs = OTHER.decide("/" + number++, request);
        Decision ours = Decision.ours(request, Instant.now());

        if (!ours.equals(theirs)) {
            Optional<Difference> known = Difference.between(request, ours, theirs);
            assertThat(known)
                    .as("%s: ours is %s, theirs %s", request, ours, theirs)
                    .isPresent();
            SEEN.add(known.get());
        }
    }

    @Provide
    Arbitrary<RepeatedRequest> repeated() {
        return Combinators.combine(firsts(), statuses(), responses(), seconds()).as(RepeatedRequest::new);
    }

    private static Arbitrary<HeaderFields> firsts() {
        return Arbitraries.of(
                HeaderFields.NONE,
                HeaderFields.NONE,
                HeaderFields.NONE,
                HeaderFields.of("Accept-Language", "en"),
                HeaderFields.of("Authorization", "Basic x"),
                HeaderFields.of("Cache-Control", "no-store"));
    }

    private static Arbitrary<Integer> statuses() {
        return Arbitraries.of(200, 200, 200, 203, 204, 300, 301, 302, 303, 307, 308, 404, 405, 410, 414, 500, 501, 503);
    }

    private static Arbitrary<HeaderFields> seconds() {
        Arbitrary<HeaderFields> languages = Arbitraries.of(
                HeaderFields.NONE, HeaderFields.of("Accept-Language", "en"), HeaderFields.of("Accept-Language", "de"));
        Arbitrary<HeaderFields> wishes = Arbitraries.of(
                        "no-cache",
                        "max-age=100",
                        "max-age=1000",
                        "min-fresh=10",
                        "min-fresh=2000",
                        "max-stale",
                        "max-stale=100",
                        "max-stale=5000")
                .map(wish -> HeaderFields.of("Cache-Control", wish));
        return Arbitraries.oneOf(languages, wishes);
    }

    private static Arbitrary<HeaderFields> responses() {
        return Combinators.combine(
                        Arbitraries.of(0, 30, 300, 3000),
                        controls(),
                        Arbitraries.of("", "", "40", "400"),
                        Arbitraries.of("", "", "0", "-100", "+100", "+1000"),
                        Arbitraries.of("", "", "-1000", "-100000"),
                        Arbitraries.of("", "\"a\"", "W/\"a\""),
                        Arbitraries.of("", "", "", "Accept-Language", "*"))
                .as((age, control, told, expires, modified, tag, vary) -> {
                    Instant made = Instant.now().minusSeconds(age);
                    List<String> fields = new ArrayList<>(List.of("Date", HttpDate.format(made), "X-A", "1"));
                    add(fields, "Cache-Control", control);
                    add(fields, "Age", told);
                    add(fields, "Expires", time(made, expires));
                    add(fields, "Last-Modified", time(made, modified));
                    add(fields, "ETag", tag);
                    add(fields, "Vary", vary);
                    return HeaderFields.of(fields.toArray(String[]::new));
                });
    }

    private static Arbitrary<String> controls() {
        return Arbitraries.of(
                        "max-age=0",
                        "max-age=60",
                        "max-age=600",
                        "s-maxage=60",
                        "s-maxage=600",
                        "no-cache",
                        "no-cache=\"X-A\"",
                        "no-store",
                        "private",
                        "private=\"X-A\"",
                        "public",
                        "must-revalidate",
                        "proxy-revalidate")
                .list()
                .ofMaxSize(3)
                .map(directives -> String.join(", ", directives));
    }

    /** So many seconds before or after; else the text itself. */
    private static String time(Instant made, String offset) {
        return offset.matches("[+-]\\d+") ? HttpDate.format(made.plusSeconds(Long.parseLong(offset))) : offset;
    }

    private static void add(List<String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(name);
            fields.add(value);
        }
    }
}
