package io.fairlead.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.http.StructuredDictionary.Text;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredDictionaryTest {

    @Test
    void shouldReadEachTypeOfMember() {
        assertThat(
                        StructuredDictionary.parse(
                                "max-age=60, private, no-cache=\"a \\\"b\\\"\", x=?0, y=tok/en:1;q=0.5, z=(1 \"2\");p, w=:aGk=:"))
                .contains(Map.of(
                        "max-age",
                        60L,
                        "private",
                        true,
                        "no-cache",
                        new Text("a \"b\""),
                        "x",
                        false,
                        "y",
                        "tok/en:1",
                        "z",
                        "(1 \"2\")",
                        "w",
                        ":aGk=:"));
    }

    @Test
    void shouldLetTheLastCountWhenAKeyComesTwice() {
        assertThat(StructuredDictionary.parse("a=1,\ta=2")).contains(Map.of("a", 2L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-age =60",
                "max-age= 60",
                "MaX-age=60",
                "max-age=60,",
                "max-age=60, &&&",
                "max-age=60 private",
                "a=\"open",
                "a=(1 2",
                "a=1234567890123456",
                "a=1.2345",
                "a=?2",
                "a;=1",
                "a=1;P"
            })
    void shouldReadNothingWhereAnyPartIsWrong(String text) {
        assertThat(StructuredDictionary.parse(text)).isEmpty();
    }

    @Test
    void shouldReadNoMembersFromNothing() {
        assertThat(StructuredDictionary.parse(" ")).contains(Map.of());
    }

    @Property
    void shouldReadBackAnyInteger(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long number) {
        assertThat(StructuredDictionary.parse("a=" + number)).contains(Map.of("a", number));
    }

    @Property
    void shouldReadAnyTextWithoutFailing(@ForAll String text) {
        assertThat(StructuredDictionary.parse(text)).isNotNull();
    }
}
