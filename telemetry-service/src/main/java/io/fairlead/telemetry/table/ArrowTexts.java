package io.fairlead.telemetry.table;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** A column of texts: numbers of the texts in a dictionary, which holds those of the piece at hand. */
final class ArrowTexts implements AutoCloseable {

    private final String name;
    private final DictionaryEncoding encoding;
    private final VarCharVector words;

    ArrowTexts(String name, long id, BufferAllocator memory) {
        this.name = name;
        this.encoding = new DictionaryEncoding(id, false, new ArrowType.Int(ArrowTypes.INT_BITS, true));
        this.words = new VarCharVector(name, memory);
        words.allocateNew();
        words.setValueCount(0);
    }

    Field field() {
        return new Field(name, new FieldType(true, encoding.getIndexType(), encoding), null);
    }

    Dictionary dictionary() {
        return new Dictionary(words, encoding);
    }

    void fill(IntVector numbers, Cells.Texts cells, int size) {
        Map<String, Integer> known = new LinkedHashMap<>();
        for (int row = 0; row < size; row++) {
            String text = cells.texts()[row];
            if (text == null) {
                numbers.setNull(row);
            } else {
                int next = known.size();
                Integer number = known.putIfAbsent(text, next);
                numbers.setSafe(row, number == null ? next : number);
            }
        }
        words.reset();
        known.forEach((text, number) -> words.setSafe(number, text.getBytes(StandardCharsets.UTF_8)));
        words.setValueCount(known.size());
    }

    @Override
    public void close() {
        words.close();
    }
}
