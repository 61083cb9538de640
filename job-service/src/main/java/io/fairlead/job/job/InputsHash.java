package io.fairlead.job.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import io.fairlead.core.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells inputs apart: SHA-256 of their canonical JSON, the same in whatever order and with whatever spaces they came. */
@Computation
final class InputsHash {

    private InputsHash() {}

    /** The hash in hexadecimal. */
    static String of(JsonNode inputs) {
        try {
            byte[] text = CanonicalJson.text(inputs).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
