package io.fairlead.job.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.core.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberCheckTest {

    private final SubscriberCheck check = new SubscriberCheck(Settings.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://example.org/",
                "example.org",
                "/done",
                "https:///done",
                "https://user@example.org/",
                "https://example.org/#done",
                "https://example.org/{job}",
                "https://example.org/é",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://10.0.0.1:8443/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fd00:ec2::254]/"
            })
    void shouldNameTheAddressThatMayNotBeCalled(String address) {
        assertThat(check.errors(new Subscriber(null, address, null)))
                .extracting(FieldError::pointer)
                .containsExactly("#/subscriber/inProgressUri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org:8443/a/b?job=%C3%A9",
                "https://1.1.1.1/",
                "https://[2606:4700:4700::1111]/"
            })
    void shouldTakeAnAddressOfThePublicInternet(String address) {
        assertThat(check.errors(new Subscriber(address, null, address))).isEmpty();
    }

    @Test
    void shouldTakePrivateAndPlainAddressesWhereTheyAreAllowed() {
        assertThat(new SubscriberCheck(Settings.OPEN).errors(new Subscriber("http://127.0.0.1:8080/", null, null)))
                .isEmpty();
    }

    @Test
    void shouldAskForAnAddressAndNotForASubscriber() {
        assertThat(check.errors(null)).isEmpty();
        assertThat(check.errors(new Subscriber(null, null, null)))
                .extracting(FieldError::pointer)
                .containsExactly("#/subscriber");
    }
}
