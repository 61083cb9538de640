package io.fairlead.telemetry.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.Computation;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An accepted batch as it stands on the topic. However many listen to its vessel, it is parsed once. */
@Computation
final class LiveBatch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final long offset;
    private final byte[] data;
    private JsonNode parsed;

    LiveBatch(long offset, byte[] data) {
        this.offset = offset;
        this.data = data;
    }

    /** Its place in its vessel's partition. */
    long offset() {
        return offset;
    }

    synchronized JsonNode content() {
        if (parsed == null) {
            try {
                parsed = JSON.readTree(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return parsed;
    }
}
