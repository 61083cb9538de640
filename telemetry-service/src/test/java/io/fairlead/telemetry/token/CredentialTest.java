package io.fairlead.telemetry.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CredentialTest {

    private static final String SECRET = "fl_pat_any";

    @Test
    void shouldFindATokenThatIsOurs() {
        assertThat(Credential.token("Bearer " + SECRET)).contains(SECRET);
        assertThat(Credential.token("bearer  " + SECRET + " ")).contains(SECRET);
        assertThat(Credential.token(basic("anybody:" + SECRET))).contains(SECRET);
        assertThat(Credential.token(basic(":" + SECRET))).contains(SECRET);
    }

    @Test
    void shouldLeaveEveryOtherCredentialToOthers() {
        assertThat(Credential.token(null)).isEmpty();
        assertThat(Credential.token("")).isEmpty();
        assertThat(Credential.token("Bearer")).isEmpty();
        assertThat(Credential.token("Bearer eyJhbGciOi.e30.c2ln")).isEmpty();
        assertThat(Credential.token("Digest " + SECRET)).isEmpty();
        assertThat(Credential.token(basic("anybody:password"))).isEmpty();
        assertThat(Credential.token(basic(SECRET))).isEmpty();
        assertThat(Credential.token("Basic %%%")).isEmpty();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
