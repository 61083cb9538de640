package io.fairlead.core.json;

import io.fairlead.core.Computation;
import java.util.Locale;

/** How an enum's constant is written in JSON, in a query and in the database: in lower case, {@code crew-change}. */
@Computation
public final class EnumText {

    private EnumText() {}

    /** What a constant is written as. Let {@code toString()} return it, annotated {@code @JsonValue}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads what {@link #of} writes, in any case.
     *
     * @throws IllegalArgumentException when there is no such constant
     */
    public static <E extends Enum<E>> E read(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
