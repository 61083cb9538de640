package io.fairlead.relay.rules;

import static io.fairlead.relay.rules.Kept.get;
import static io.fairlead.relay.rules.Kept.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.HeaderFields;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantTest {

    @ParameterizedTest
    @CsvSource({
        "Foo, '1,2', '1, 2', true",
        "Foo, '1, 2', '2, 1', false",
        "Foo, 'a', 'A', false",
        "Foo, '\"1,2\"', '\"1, 2\"', false",
        "Accept-Language, 'en, de', 'de, en', true",
        "Accept-Language, 'en, de', 'EN ,  De', true",
        "Accept-Language, 'en;q=0.5, de', 'de, en;q=0.50', true",
        "Accept-Language, 'en;q=0.5, de', 'en, de;q=0.5', false",
        "Accept-Encoding, 'gzip, br', 'br,gzip', true"
    })
    void shouldTakeForTheSameWhatMeansTheSame(String name, String first, String second, boolean same) {
        Variant variant = Variant.of(HeaderFields.of(name, first), Set.of(name.toLowerCase()));

        assertThat(variant.equals(Variant.of(HeaderFields.of(name, second), Set.of(name.toLowerCase()))))
                .isEqualTo(same);
    }

    @Test
    void shouldTellAnAbsentFieldFromAnEmptyOne() {
        assertThat(Variant.of(HeaderFields.NONE, Set.of("foo")))
                .isNotEqualTo(Variant.of(HeaderFields.of("Foo", ""), Set.of("foo")));
    }

    @Test
    void shouldCombineTheLinesOfAField() {
        assertThat(Variant.of(HeaderFields.of("Foo", "1", "foo", "2"), Set.of("foo")))
                .isEqualTo(Variant.of(HeaderFields.of("Foo", "1, 2"), Set.of("foo")));
    }

    @Test
    void shouldSelectTheLanguageThatIsLikedBest() {
        Variant asked = Variant.of(HeaderFields.of("Accept-Language", "en, de"), Set.of("accept-language"));
        StoredResponse german = variant(asked, 200, "", "Content-Language", "de");

        assertThat(Selection.of(List.of(german), get("Accept-Language", "fr;q=0.5, DE")))
                .contains(german);
        assertThat(Selection.of(List.of(german), get("Accept-Language", "fr, de")))
                .isEmpty();
        assertThat(Selection.of(List.of(german), get("Accept-Language", "fr"))).isEmpty();
        assertThat(Selection.of(List.of(german), get())).isEmpty();
    }

    @Test
    void shouldNotSelectAResponseInNoLanguageForARequestThatLikesNoneBest() {
        Variant asked = Variant.of(HeaderFields.of("Accept-Language", "en"), Set.of("accept-language"));
        StoredResponse inNone = variant(asked, 200, "");

        assertThat(Selection.of(List.of(inNone), get())).isEmpty();
        assertThat(Selection.of(List.of(inNone), get("Accept-Language", "de, fr")))
                .isEmpty();
    }

    @Test
    void shouldSelectByAllFieldsThatAreNamed() {
        Set<String> names = Set.of("foo", "bar");
        StoredResponse kept = variant(Variant.of(HeaderFields.of("Foo", "1"), names), 200, "");

        assertThat(Selection.of(List.of(kept), get("Foo", "1", "Other", "2"))).contains(kept);
        assertThat(Selection.of(List.of(kept), get("Foo", "1", "Bar", "2"))).isEmpty();
    }

    @Property
    void shouldAlwaysBeSelectedByTheRequestThatMadeIt(
            @ForAll @AlphaChars String foo, @ForAll @AlphaChars String language) {
        RequestHead request = get("Foo", foo, "Accept-Language", language);
        Variant variant = Variant.of(request.headers(), Set.of("foo", "accept-language", "absent"));

        assertThat(variant.selectedBy(request.headers(), HeaderFields.NONE)).isTrue();
        assertThat(variant.names()).containsExactlyInAnyOrder("foo", "accept-language", "absent");
    }
}
