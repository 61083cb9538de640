package io.fairlead.relay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CacheControlTest {

    @Test
    void shouldReadDirectivesWhateverTheirCaseAndQuotes() {
        CacheControl control =
                CacheControl.parse("Public , MAX-AGE=\"60\",private=\"set-cookie, x\", stale-if-error=5");

        assertThat(control.has("public")).isTrue();
        assertThat(control.has("private")).isTrue();
        assertThat(control.has("x")).isFalse();
        assertThat(control.seconds("max-age")).contains(Duration.ofSeconds(60));
        assertThat(control.seconds("stale-if-error")).contains(Duration.ofSeconds(5));
        assertThat(control.seconds("s-maxage")).isEmpty();
    }

    @Test
    void shouldTakeATimeThatCannotBeReadForNone() {
        for (String unreadable : new String[] {"max-age", "max-age=", "max-age=-1", "max-age=1.5", "max-age=\"x\""}) {
            assertThat(CacheControl.parse(unreadable).seconds("max-age"))
                    .as(unreadable)
                    .contains(Duration.ZERO);
        }
    }

    @Test
    void shouldTakeTheFirstWhenADirectiveComesTwice() {
        assertThat(CacheControl.parse("max-age=1, max-age=100").seconds("max-age"))
                .contains(Duration.ofSeconds(1));
    }

    @Test
    void shouldNotOverflowWhenATimeIsHuge() {
        assertThat(CacheControl.parse("max-age=99999999999999999999").seconds("max-age"))
                .contains(CacheControl.LONGEST);
    }

    @Property
    void shouldReadBackAnyTime(@ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long seconds) {
        assertThat(CacheControl.parse("no-transform,max-age=" + seconds).seconds("max-age"))
                .contains(Duration.ofSeconds(seconds));
    }

    @Property
    void shouldReadAnyTextWithoutFailing(@ForAll String value) {
        assertThat(CacheControl.parse(value)).isNotNull();
    }
}
