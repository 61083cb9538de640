package io.fairlead.telemetry.token;

import io.fairlead.core.Computation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;

/**
 * The text that a token is: {@code fl_pat_}, 32 random characters of base 62 (190 bits) and six that are the CRC-32 of
 * what stands before them. The prefix and the checksum let scanners find a leaked one without asking anybody, and let
 * the service refuse a mistyped one without asking the database.
 *
 * <p>It is kept as its SHA-256. A slow hash such as bcrypt protects secrets that can be guessed; 190 random bits cannot,
 * and a slow hash would have to be computed in every request.
 */
@Computation
final class TokenSecret {

    /** What every secret begins with. */
    static final String PREFIX = "fl_pat_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final int RANDOM = 32;
    private static final int CHECKSUM = 6;
    private static final int LENGTH = PREFIX.length() + RANDOM + CHECKSUM;
    private static final int SHOWN = 4;

    private TokenSecret() {}

    /**
     * A new secret.
     *
     * @param random a number from 0 up to, and without, the one that it is given
     */
    static String create(IntUnaryOperator random) {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM; i++) {
            text.append(DIGITS.charAt(random.applyAsInt(BASE)));
        }
        return text + checksum(text.toString());
    }

    /** Whether a text claims to be a secret of ours. */
    static boolean isOurs(String text) {
        return text.startsWith(PREFIX);
    }

    /** Whether a text can be a secret of ours: its length, its characters and its checksum are right. */
    static boolean isWellFormed(String text) {
        return isOurs(text)
                && text.length() == LENGTH
                && text.chars().skip(PREFIX.length()).allMatch(c -> DIGITS.indexOf(c) >= 0)
                && text.endsWith(checksum(text.substring(0, LENGTH - CHECKSUM)));
    }

    /** What of a secret may be shown: enough to know it by, too little to guess it (166 bits stay secret). */
    static String shown(String secret) {
        return secret.substring(0, PREFIX.length() + SHOWN);
    }

    /** What of a secret is kept. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < CHECKSUM; rest /= BASE) {
            digits.append(DIGITS.charAt((int) (rest % BASE)));
        }
        return digits.reverse().toString();
    }
}
