package io.fairlead.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property(tries = 300)
    void shouldReadBackWhatItWrote(@ForAll("keys") List<String> key) {
        assertThat(Cursor.decode(Cursor.encode(key))).isEqualTo(key);
        assertThat(Cursor.encode(key)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void shouldRefuseWhatIsNoCursor() {
        for (String text : List.of("", "nonsense", "%%%", "AAAA")) {
            assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.strings()
                .excludeChars('\u001f')
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
