package io.fairlead.telemetry.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.window.QuarterHours;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimeTextTest {

    private final TimeText text = new TimeText();

    @Property
    void shouldWriteTimesAsInstantsAre(
            @ForAll @LongRange(min = -7_000_000_000L, max = 7_258_118_400L) long second,
            @ForAll @LongRange(min = 0, max = 999) long part) {
        for (long unit : new long[] {0, 1, 1000, 1_000_000}) {
            long time = second * 1_000_000_000L + part * unit;

            assertThat(text.of(time)).isEqualTo(QuarterHours.instant(time).toString());
        }
    }
}
