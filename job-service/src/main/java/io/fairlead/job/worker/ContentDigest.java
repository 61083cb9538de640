package io.fairlead.job.worker;

import io.fairlead.core.Computation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digest that came with a body. Only SHA-256 is looked at; algorithms that are not known are ignored, as they should be.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9530#section-2">RFC 9530, Content-Digest</a>
 */
@Computation
final class ContentDigest {

    static final String HEADER = "Content-Digest";

    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{0,43}={0,2}):");

    private ContentDigest() {}

    /** Whether the body is what the field says, or the field (null if there is none) says nothing about it. */
    static boolean holds(String field, byte[] body) {
        if (field == null) {
            return true;
        }
        Matcher digest = SHA_256.matcher(field);
        return !digest.find() || digest.group(1).equals(Base64.getEncoder().encodeToString(sha256(body)));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
