package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A column of texts, some of them null: a dictionary, and for each row its number in it, or 0 for null. */
@Computation
final class TextColumn {

    /** A few bytes may unpress to many. */
    private static final int LONGEST_DICTIONARY = 1 << 26;

    private TextColumn() {}

    static void write(String[] texts, Level level, Sink sink) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        long[] rows = new long[texts.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = texts[i] == null ? 0 : codes.computeIfAbsent(texts[i], text -> codes.size() + 1);
        }
        Sink words = new Sink();
        codes.keySet().forEach(text -> word(text, words));
        if (words.size() > LONGEST_DICTIONARY) {
            throw new IllegalArgumentException("These texts are too long for one block.");
        }
        sink.varint(codes.size());
        sink.varint(words.size());
        Tokens.pressed(words.toByteArray(), level, sink);
        LongColumn.write(rows, rows.length, level, sink);
    }

    /** UTF-8; or its chars for what is no Unicode text, so that any string comes back. */
    private static void word(String text, Sink sink) {
        boolean unicode = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        byte[] bytes = unicode ? text.getBytes(StandardCharsets.UTF_8) : chars(text);
        sink.varint((long) bytes.length << 1 | (unicode ? 0 : 1));
        sink.write(bytes, 0, bytes.length);
    }

    private static byte[] chars(String text) {
        byte[] bytes = new byte[text.length() * Character.BYTES];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >>> Byte.SIZE);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    static String[] read(Source source, int rows) {
        int size = source.count(rows);
        byte[] words = Tokens.unpressed(source, source.count(LONGEST_DICTIONARY));
        String[] dictionary = new String[size + 1];
        Source word = Source.of(words);
        for (int i = 1; i <= size; i++) {
            dictionary[i] = word(word);
        }
        word.requireEnd();
        long[] codes = LongColumn.read(source, rows);
        String[] texts = new String[rows];
        for (int i = 0; i < rows; i++) {
            if (codes[i] < 0 || codes[i] > size) {
                throw new CorruptBlock("There is no text " + codes[i] + ".");
            }
            texts[i] = dictionary[(int) codes[i]];
        }
        return texts;
    }

    private static String word(Source source) {
        long header = source.varint();
        if (header >>> 1 > source.remaining()) {
            throw new CorruptBlock("The block ends too early.");
        }
        byte[] bytes = source.copy((int) (header >>> 1), 0);
        if ((header & 1) == 0) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        char[] chars = new char[bytes.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((bytes[2 * i] & 0xff) << Byte.SIZE | bytes[2 * i + 1] & 0xff);
        }
        return new String(chars);
    }
}
