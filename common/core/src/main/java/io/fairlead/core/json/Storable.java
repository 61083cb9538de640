package io.fairlead.core.json;

import io.fairlead.core.Computation;

/**
 * Whether a text can be kept: PostgreSQL's has no place for U+0000, and half a surrogate pair is no character, so that
 * writing it as UTF-8 would quietly change it.
 */
@Computation
public final class Storable {

    /** What is wrong with a text that is not. */
    public static final String MESSAGE = "must not hold U+0000 or half a surrogate pair";

    private Storable() {}

    /** Whether the text can be kept as it is. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
