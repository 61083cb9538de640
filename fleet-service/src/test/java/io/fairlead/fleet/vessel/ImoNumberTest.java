package io.fairlead.fleet.vessel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImoNumberTest {

    @Test
    void shouldAcceptTheExampleOfTheStandard() {
        assertThat(ImoNumber.isValid("9074729")).isTrue();
    }

    @Test
    void shouldRefuseWhatIsNotSevenDigits() {
        assertThat(ImoNumber.isValid("")).isFalse();
        assertThat(ImoNumber.isValid("907472")).isFalse();
        assertThat(ImoNumber.isValid("90747299")).isFalse();
        assertThat(ImoNumber.isValid("907472x")).isFalse();
        assertThat(ImoNumber.isValid("٩٠٧٤٧٢٩")).isFalse();
    }

    @Property
    void shouldAcceptExactlyOneCheckDigit(@ForAll @IntRange(min = 0, max = 999_999) int number) {
        long valid = java.util.stream.IntStream.range(0, 10)
                .filter(digit -> ImoNumber.isValid("%06d%d".formatted(number, digit)))
                .count();

        assertThat(valid).isEqualTo(1);
    }
}
