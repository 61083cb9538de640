package io.fairlead.job.webhook;

import io.fairlead.job.webhook.Deliveries.Due;
import io.fairlead.job.webhook.Deliveries.Room;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many tries are under way, and with whom: one receiver never has all the places. */
final class DeliverySlots {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> busy = new HashMap<>();
    private int underWay;

    DeliverySlots(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    synchronized Room room() {
        return new Room(Math.max(0, most - underWay), mostOfOne, Map.copyOf(busy));
    }

    synchronized void take(List<Due> deliveries) {
        deliveries.forEach(delivery -> busy.merge(delivery.origin(), 1, Integer::sum));
        underWay += deliveries.size();
    }

    synchronized void free(Due delivery) {
        busy.computeIfPresent(delivery.origin(), (origin, tries) -> tries == 1 ? null : tries - 1);
        underWay--;
    }
}
