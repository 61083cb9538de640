package io.fairlead.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.webhook.Deliveries.Due;
import io.fairlead.job.webhook.Deliveries.Room;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliverySlotsTest {

    private final DeliverySlots slots = new DeliverySlots(3, 2);

    @Test
    void shouldSayForWhatThereIsRoom() {
        assertThat(slots.room()).isEqualTo(new Room(3, 2, Map.of()));

        Due first = due("https://a");
        slots.take(List.of(first, due("https://a"), due("https://b")));
        assertThat(slots.room()).isEqualTo(new Room(0, 2, Map.of("https://a", 2, "https://b", 1)));

        slots.free(first);
        assertThat(slots.room()).isEqualTo(new Room(1, 2, Map.of("https://a", 1, "https://b", 1)));
    }

    @Test
    void shouldForgetAReceiverThatIsNotTried() {
        Due only = due("https://a");
        slots.take(List.of(only));

        slots.free(only);

        assertThat(slots.room()).isEqualTo(new Room(3, 2, Map.of()));
    }

    private static Due due(String origin) {
        URI url = URI.create(origin + "/hook");
        return new Due(UUID.randomUUID(), UUID.randomUUID(), "job.failed", url, 1, "user a", url, origin, "{}");
    }
}
