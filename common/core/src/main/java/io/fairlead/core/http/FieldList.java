package io.fairlead.core.http;

import io.fairlead.core.Computation;
import java.util.ArrayList;
import java.util.List;

/** Values that are lists (RFC 9110, 5.6.1). */
@Computation
public final class FieldList {

    private FieldList() {}

    /** The members without the white space around them; empty members are left out, commas within quotes divide nothing. */
    public static List<String> members(String value) {
        List<String> members = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (quoted && c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                add(members, value.substring(start, at));
                start = at + 1;
            }
        }
        add(members, value.substring(start));
        return members;
    }

    private static void add(List<String> members, String member) {
        String trimmed = member.trim();
        if (!trimmed.isEmpty()) {
            members.add(trimmed);
        }
    }
}
