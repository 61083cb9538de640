package io.fairlead.core.paging;

import io.fairlead.core.Computation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The opaque text that stands for a place in a sorted list: the sort key of the last row, parts joined by the unit
 * separator, in URL-safe Base64.
 */
@Computation
public final class Cursor {

    private static final char SEPARATOR = '\u001f';
    private static final char VERSION = '1';

    private Cursor() {}

    /** The text for a key of one or more parts. A part may be any text without U+001F. */
    public static String encode(List<String> key) {
        StringBuilder text = new StringBuilder().append(VERSION);
        for (String part : key) {
            if (part.indexOf(SEPARATOR) >= 0) {
                throw new IllegalArgumentException("a part holds the separator");
            }
            text.append(SEPARATOR).append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key that a text stands for.
     *
     * @throws IllegalArgumentException when it is no cursor of ours
     */
    public static List<String> decode(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (text.length() < 2 || text.charAt(0) != VERSION || text.charAt(1) != SEPARATOR) {
            throw new IllegalArgumentException("not a cursor");
        }
        List<String> key = new ArrayList<>();
        int from = 2;
        for (int at; (at = text.indexOf(SEPARATOR, from)) >= 0; from = at + 1) {
            key.add(text.substring(from, at));
        }
        key.add(text.substring(from));
        return key;
    }
}
