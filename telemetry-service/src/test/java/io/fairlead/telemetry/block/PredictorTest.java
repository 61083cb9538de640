package io.fairlead.telemetry.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PredictorTest {

    @Property(tries = 200)
    void shouldRestoreAnyNumbers(@ForAll Predictor predictor, @ForAll @Size(min = 2, max = 50) long[] numbers) {
        numbers[0] = 0;
        long parameter = predictor.parameter(numbers, numbers.length);
        long[] differences = new long[numbers.length - 1];
        predictor.differences(numbers, numbers.length, parameter, differences);

        long[] restored = new long[numbers.length];
        System.arraycopy(differences, 0, restored, 1, differences.length);
        predictor.restore(restored, restored.length, parameter);

        assertThat(restored).isEqualTo(numbers);
    }

    @Example
    void shouldSeeARegularClockBehindIrregularArrivals() {
        Random random = new Random(1);
        long[] times = new long[5000];
        for (int i = 1; i < times.length; i++) {
            times[i] = i * 5000L + random.nextInt(100);
        }

        assertThat(Predictor.best(times, times.length, Level.COMPACT)).isIn(Predictor.QUARTER, Predictor.EIGHTH);
    }
}
