package io.fairlead.job.subscriber;

import java.time.Duration;
import java.util.List;

/** Settings of webhooks for tests without the service; the defaults but for what is named. */
public record Settings(boolean privateAddresses, boolean http) implements WebhookConfig {

    /** What holds where nothing is set. */
    public static final Settings DEFAULT = new Settings(false, false);

    /** Everything is allowed. */
    public static final Settings OPEN = new Settings(true, true);

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int connections() {
        return 4;
    }

    @Override
    public int connectionsPerReceiver() {
        return 4;
    }

    @Override
    public List<Duration> pauses() {
        return List.of(Duration.ofSeconds(5), Duration.ofMinutes(5));
    }

    @Override
    public Duration overlap() {
        return Duration.ofHours(24);
    }

    @Override
    public long largestResults() {
        return 1000;
    }
}
