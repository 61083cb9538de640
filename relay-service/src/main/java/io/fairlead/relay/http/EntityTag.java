package io.fairlead.relay.http;

import io.fairlead.core.Computation;
import io.fairlead.core.http.FieldList;

/** Entity tags and how they compare (RFC 9110, 8.8.3). One that is not written as it should be compares as a whole. */
@Computation
public final class EntityTag {

    private static final String WEAK = "W/";

    private EntityTag() {}

    /** Whether a tag can vouch for every byte. */
    public static boolean strong(String tag) {
        return tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 1;
    }

    /** Whether a list of tags, as of If-None-Match, has one that is the same but for weakness, or is {@code *}. */
    public static boolean anyMatches(String list, String tag) {
        String opaque = opaque(tag);
        return FieldList.members(list).stream()
                .anyMatch(member -> member.equals("*") || opaque(member).equals(opaque));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
