package io.fairlead.fleet.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Property
    void shouldReadBackWhatItWrote(@ForAll("texts") String one, @ForAll("texts") String two) {
        String file = CsvText.write(List.of(List.of("a", "b"), List.of(Cell.write(one), Cell.write(two))));
        List<CsvError> errors = new ArrayList<>();

        List<CsvLine> lines = CsvText.read(file, List.of("a", "b"), errors);

        assertThat(errors).isEmpty();
        assertThat(lines).extracting(CsvLine::cells).containsExactly(Map.of("a", one, "b", two));
    }

    @Property
    void shouldNeverWriteACellThatASpreadsheetTakesForAFormula(@ForAll("texts") String text) {
        String cell = Cell.write(text);

        assertThat("=+@\t\r").doesNotContain(cell.substring(0, 1));
        assertThat(!cell.startsWith("-") || cell.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?"))
                .isTrue();
    }

    @Test
    void shouldSayInWhichLineARowBegins() {
        List<CsvError> errors = new ArrayList<>();

        List<CsvLine> lines = CsvText.read("\uFEFFa,b\r\n\"x\ny\",1\r\n2\r\n3,4\r\n", List.of("a", "b"), errors);

        assertThat(lines).extracting(CsvLine::number).containsExactly(2L, 5L);
        assertThat(errors).extracting(CsvError::line).containsExactly(4L);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("=+-@'\"\t\r\n,;0123.eE aÅ漢")
                        .ofMinLength(1)
                        .ofMaxLength(12),
                Arbitraries.strings().excludeChars('\uFEFF').ofMinLength(1).ofMaxLength(30));
    }
}
