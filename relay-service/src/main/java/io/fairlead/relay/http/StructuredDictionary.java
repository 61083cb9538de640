package io.fairlead.relay.http;

import io.fairlead.core.Computation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dictionaries of structured fields (RFC 8941, 3.2 and 4.2.2), as targeted cache control is written in. What does not
 * parse is no dictionary at all: nothing is taken from a part of it.
 */
@Computation
public final class StructuredDictionary {

    private static final Pattern KEY = Pattern.compile("[a-z*][a-z0-9_.*-]*");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,15}(?![0-9.])");
    private static final Pattern OTHER_ITEM = Pattern.compile(
            "-?[0-9]{1,12}\\.[0-9]{1,3}(?![0-9.])" + "|[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*" + "|:[A-Za-z0-9+/=]*:");

    private final String text;
    private int at;

    private StructuredDictionary(String text) {
        this.text = text;
    }

    /**
     * A string, as distinct from other values that are texts.
     *
     * @param value what it says
     */
    public record Text(String value) {}

    /**
     * Reads a dictionary.
     *
     * @return per key a {@link Long}, a {@link Boolean}, a {@link Text}, or a {@link String} that holds any other item as
     *     it was written; empty when the text is no dictionary
     */
    public static Optional<Map<String, Object>> parse(String text) {
        return new StructuredDictionary(text.strip()).dictionary();
    }

    private Optional<Map<String, Object>> dictionary() {
        Map<String, Object> members = new LinkedHashMap<>();
        while (at < text.length()) {
            String key = next(KEY);
            Object value = key == null ? null : value();
            if (value == null || !parameters()) {
                return Optional.empty();
            }
            members.put(key, value);
            skip(" \t");
            if (at == text.length()) {
                return Optional.of(members);
            }
            if (text.charAt(at++) != ',') {
                return Optional.empty();
            }
            skip(" \t");
            if (at == text.length()) {
                return Optional.empty();
            }
        }
        return Optional.of(members);
    }

    private Object value() {
        if (!takes('=')) {
            return Boolean.TRUE;
        }
        return takes('(') ? innerList() : item();
    }

    private Object innerList() {
        int start = at;
        skip(" ");
        while (at < text.length() && !takes(')')) {
            if (item() == null || !parameters()) {
                return null;
            }
            skip(" ");
        }
        return text.charAt(at - 1) == ')' ? text.substring(start - 1, at) : null;
    }

    private Object item() {
        if (takes('?')) {
            return takes('1') ? Boolean.TRUE : takes('0') ? Boolean.FALSE : null;
        }
        String integer = next(INTEGER);
        if (integer != null) {
            return Long.valueOf(integer);
        }
        Optional<StructuredString> string = StructuredString.at(text, at);
        if (string.isPresent()) {
            at = string.get().end();
            return new Text(string.get().value());
        }
        return next(OTHER_ITEM);
    }

    private boolean parameters() {
        while (takes(';')) {
            skip(" ");
            if (next(KEY) == null || (takes('=') && item() == null)) {
                return false;
            }
        }
        return true;
    }

    private String next(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    private boolean takes(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
