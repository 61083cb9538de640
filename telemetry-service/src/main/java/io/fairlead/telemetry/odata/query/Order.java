package io.fairlead.telemetry.odata.query;

import io.fairlead.telemetry.odata.model.EntityProperty;
import io.fairlead.telemetry.odata.model.EntitySource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of a list, always a total one: where what was asked for leaves ties, the key decides. Null comes before
 * everything else, in a descending order after it, as the protocol says.
 */
public record Order(List<Item> items) {

    /** One property of the order. */
    public record Item(EntityProperty property, boolean descending) {

        String sql() {
            String nulls = !property.nullable() ? "" : descending ? " nulls last" : " nulls first";
            return property.sql() + (descending ? " desc" : "") + nulls;
        }

        private boolean plain(boolean direction) {
            return descending == direction && !property.nullable();
        }
    }

    /** The order that was asked for, made total by the set's key. */
    public static Order of(EntitySource set, List<Item> asked) {
        List<Item> items = new ArrayList<>();
        for (Item item : asked) {
            add(items, item);
        }
        set.key().forEach(name -> add(items, new Item(set.property(name), false)));
        return new Order(List.copyOf(items));
    }

    private static void add(List<Item> items, Item added) {
        if (items.stream().noneMatch(item -> item.property().equals(added.property()))) {
            items.add(added);
        }
    }

    String sql() {
        return items.stream().map(Item::sql).collect(Collectors.joining(", "));
    }

    /** The condition that a row comes after the one that has these values. */
    String after(List<Object> values, Statement statement) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            texts.add(parameter(items.get(i).property(), values.get(i), statement));
        }
        boolean direction = items.get(0).descending();
        if (items.stream().allMatch(item -> item.plain(direction))) {
            return row(items.stream().map(item -> item.property().sql()).toList())
                    + (direction ? " < " : " > ")
                    + row(texts);
        }
        return bound(texts.get(0)) + " and " + lexicographic(texts);
    }

    /** What the rest implies, said once more of the first property alone, so that an index finds where to begin. */
    private String bound(String value) {
        Item first = items.get(0);
        return value == null || first.property().nullable()
                ? "true"
                : first.property().sql() + (first.descending() ? " <= " : " >= ") + value;
    }

    private String lexicographic(List<String> values) {
        List<String> branches = new ArrayList<>();
        StringBuilder tied = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            branches.add("(" + tied + beyond(items.get(i), values.get(i)) + ")");
            tied.append(equal(items.get(i), values.get(i))).append(" and ");
        }
        return "(" + String.join(" or ", branches) + ")";
    }

    private static String beyond(Item item, String value) {
        String sql = item.property().sql();
        if (value == null) {
            return item.descending() ? "false" : sql + " is not null";
        }
        if (!item.descending()) {
            return sql + " > " + value;
        }
        return item.property().nullable()
                ? "(" + sql + " < " + value + " or " + sql + " is null)"
                : sql + " < " + value;
    }

    private static String equal(Item item, String value) {
        return item.property().sql() + (value == null ? " is null" : " = " + value);
    }

    private static String parameter(EntityProperty property, Object value, Statement statement) {
        if (value == null) {
            return null;
        }
        String parameter = statement.parameter(value, property.type());
        return property.minus() == null ? parameter : "(" + parameter + " + " + property.minus() + ")";
    }

    private static String row(List<String> parts) {
        return "(" + String.join(", ", parts) + ")";
    }
}
