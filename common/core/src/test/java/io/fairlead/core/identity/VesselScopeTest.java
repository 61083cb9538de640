package io.fairlead.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VesselScopeTest {

    @Test
    void shouldReadTheFleetAndWriteNothingWithoutAClaim() {
        VesselScope scope = VesselScope.of(null);

        assertThat(scope.mayRead("MV102")).isTrue();
        assertThat(scope.mayWrite("MV102")).isFalse();
    }

    @Test
    void shouldEndAtTheVesselsOfTheClaim() {
        VesselScope scope = VesselScope.of(List.of("MV102"));

        assertThat(scope.mayWrite("MV102")).isTrue();
        assertThat(scope.mayRead("MV103")).isFalse();
        assertThat(scope.mayWrite("MV103")).isFalse();
    }

    @Test
    void shouldAllowNothingWhenTheClaimIsEmpty() {
        assertThat(VesselScope.of(List.of()).mayRead("MV102")).isFalse();
    }
}
