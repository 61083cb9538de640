package io.fairlead.telemetry.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TokenSecretTest {

    /** What a scanner would look for. */
    private static final String SHAPE = "fl_pat_[0-9A-Za-z]{38}";

    @Test
    void shouldKeepItsFormat() {
        assertThat(TokenSecret.create(bound -> 0)).isEqualTo("fl_pat_" + "0".repeat(32) + "0ej9OV");
    }

    @Property
    void shouldKnowEverySecretThatItMade(@ForAll long seed) {
        String secret = TokenSecret.create(new Random(seed)::nextInt);

        assertThat(secret).matches(SHAPE);
        assertThat(TokenSecret.isWellFormed(secret)).isTrue();
        assertThat(TokenSecret.hash(secret)).hasSize(32);
        assertThat(secret).startsWith(TokenSecret.shown(secret));
    }

    @Property
    void shouldRefuseASecretWhenOneCharacterDiffers(
            @ForAll long seed, @ForAll @IntRange(max = 44) int at, @ForAll char other) {
        StringBuilder text = new StringBuilder(TokenSecret.create(new Random(seed)::nextInt));
        boolean same = text.charAt(at) == other;
        text.setCharAt(at, other);

        assertThat(TokenSecret.isWellFormed(text.toString())).isEqualTo(same);
    }

    @Test
    void shouldRefuseWhatIsShorterOrLonger() {
        String secret = TokenSecret.create(new SecureRandom()::nextInt);

        assertThat(TokenSecret.isWellFormed(secret.substring(0, 44))).isFalse();
        assertThat(TokenSecret.isWellFormed(secret + "0")).isFalse();
        assertThat(TokenSecret.isWellFormed("")).isFalse();
    }
}
