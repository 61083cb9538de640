package io.fairlead.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @Test
    void shouldReadEachKindOfRange() {
        assertThat(ByteRange.parse("bytes=0-9, 20- ,-5"))
                .contains(List.of(new ByteRange(0, 9), new ByteRange(20, Long.MAX_VALUE), new ByteRange(-1, 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes", "bytes=", "bytes=-", "bytes=9-0", "bytes=a-b", "bytes=1-2, x", "lines=1-2"})
    void shouldIgnoreWhatIsNoListOfByteRanges(String value) {
        assertThat(ByteRange.parse(value)).isEmpty();
    }

    @Test
    void shouldStayWithinTheLength() {
        assertThat(new ByteRange(5, Long.MAX_VALUE).within(10)).contains(new ByteRange(5, 9));
        assertThat(new ByteRange(-1, 3).within(10)).contains(new ByteRange(7, 9));
        assertThat(new ByteRange(-1, 30).within(10)).contains(new ByteRange(0, 9));
        assertThat(new ByteRange(10, 20).within(10)).isEmpty();
        assertThat(new ByteRange(-1, 0).within(10)).isEmpty();
    }

    @Property
    void shouldNeverLeaveTheRepresentation(
            @ForAll @LongRange(min = -1, max = 100) long first,
            @ForAll @LongRange(min = 0, max = 100) long last,
            @ForAll @LongRange(min = 0, max = 50) long length) {
        Optional<ByteRange> within = new ByteRange(first, last).within(length);

        assertThat(within.map(range -> range.first() >= 0 && range.first() <= range.last() && range.last() < length)
                        .orElse(true))
                .isTrue();
    }
}
