package io.fairlead.fleet.change;

import io.fairlead.core.event.Topics;

/** What can change: each kind of thing with the topic that tells its changes. */
public enum Subject {
    VESSEL("vessel", Topics.FLEET_VESSELS),
    EQUIPMENT("equipment", Topics.FLEET_EQUIPMENT),
    SCHEDULE("schedule", Topics.FLEET_SCHEDULES);

    private final String kind;
    private final String topic;

    Subject(String kind, String topic) {
        this.kind = kind;
        this.topic = topic;
    }

    /** As it is kept in the history. */
    public String kind() {
        return kind;
    }

    String topic() {
        return topic;
    }
}
