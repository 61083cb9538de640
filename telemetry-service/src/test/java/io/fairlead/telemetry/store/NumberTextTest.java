package io.fairlead.telemetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.NumberOutput;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class NumberTextTest {

    @Property
    void shouldWriteWhatAnyOtherWriterWritesWhenANumberHasFewDecimals(
            @ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long scaled,
            @ForAll @IntRange(max = 4) int decimals) {
        double number = scaled / Math.pow(10, decimals);

        String text = text(number);

        if (Math.abs(number) < 1e7 && (Math.abs(number) >= 1e-3 || scaled == 0)) {
            assertThat(text).isEqualTo(NumberOutput.toString(number, true));
        } else {
            assertThat(text).isEmpty();
        }
    }

    @Property
    void shouldLoseNothingWhateverTheNumber(@ForAll double number) {
        String text = text(number);

        if (!text.isEmpty()) {
            assertThat(Double.doubleToRawLongBits(Double.parseDouble(text)))
                    .isEqualTo(Double.doubleToRawLongBits(number));
        }
    }

    @Test
    void shouldLeaveToOthersWhatIsNoShortDecimal() {
        assertThat(text(0)).isEqualTo("0.0");
        assertThat(text(-0.0)).isEmpty();
        assertThat(text(1.0 / 3)).isEmpty();
        assertThat(text(0.00001)).isEmpty();
        assertThat(text(1e7)).isEmpty();
        assertThat(text(-9_999_999.9999)).isEqualTo("-9999999.9999");
        assertThat(text(Double.NaN)).isEmpty();
        assertThat(text(Double.POSITIVE_INFINITY)).isEmpty();
    }

    private static String text(double number) {
        char[] text = new char[NumberText.LONGEST];
        return new String(text, 0, NumberText.write(number, text));
    }
}
