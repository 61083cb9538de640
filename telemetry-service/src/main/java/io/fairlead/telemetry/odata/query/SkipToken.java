package io.fairlead.telemetry.odata.query;

import io.fairlead.core.paging.Cursor;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.apache.olingo.commons.core.Decoder;
import org.apache.olingo.commons.core.Encoder;

/** The text that says where a page begins: the values, in the order of the list, of the row before it. */
public final class SkipToken {

    private static final String NULL = "-";
    private static final String VALUE = "=";

    private SkipToken() {}

    /** The token for these values, of which some may be null. */
    public static String encode(List<Object> values) {
        return Cursor.encode(values.stream()
                .map(value -> value == null ? NULL : VALUE + Encoder.encode(Values.text(value)))
                .toList());
    }

    /** The values; fails with 400 when this is no token of a list in this order. */
    public static List<Object> decode(String token, Order order) {
        try {
            List<String> parts = Cursor.decode(token);
            if (parts.size() == order.items().size()) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < parts.size(); i++) {
                    values.add(value(parts.get(i), order.items().get(i)));
                }
                return values;
            }
        } catch (IllegalArgumentException e) {
            // answered below, as any other text that is no token
        }
        throw Problems.badRequest(FieldError.query("$skiptoken", "This is not a token of this list."));
    }

    private static Object value(String part, Order.Item item) {
        if (part.equals(NULL) && item.property().nullable()) {
            return null;
        }
        if (!part.startsWith(VALUE)) {
            throw new IllegalArgumentException("no value");
        }
        return Values.parse(item.property().type(), Decoder.decode(part.substring(VALUE.length())));
    }
}
