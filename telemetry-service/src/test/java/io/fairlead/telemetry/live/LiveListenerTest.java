package io.fairlead.telemetry.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import org.junit.jupiter.api.Test;

class LiveListenerTest {

    @Test
    void shouldFailWhenItsReaderIsTooSlow() {
        LiveListener listener = new LiveListener("MV102");
        AssertSubscriber<LiveBatch> slow = listener.batches().subscribe().withSubscriber(AssertSubscriber.create(1));

        for (int i = 0; i < 1000; i++) {
            listener.on(new LiveBatch(i, new byte[0]));
        }

        slow.request(Long.MAX_VALUE).awaitFailure().assertFailedWith(BackPressureFailure.class);
        assertThat(slow.getItems()).hasSizeLessThanOrEqualTo(257);
        assertThat(slow.getItems()).extracting(LiveBatch::offset).isSorted();
    }
}
