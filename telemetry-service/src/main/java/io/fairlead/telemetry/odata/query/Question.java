package io.fairlead.telemetry.odata.query;

import io.fairlead.telemetry.odata.model.EntityProperty;
import io.fairlead.telemetry.odata.model.EntitySource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;

/**
 * A page of a list that is asked for.
 *
 * @param set what it is a list of
 * @param filter which entities, or null for all
 * @param selected the properties that are answered
 * @param order in which order
 * @param top how many entities there may still be, on this page and those that follow; null for all
 * @param skip how many are left out before the first
 * @param after the values, in that order, of the row before the page; null for the first page
 * @param pageSize how many entities the page has at most
 */
public record Question(
        EntitySource set,
        Expression filter,
        List<EntityProperty> selected,
        Order order,
        Integer top,
        int skip,
        List<Object> after,
        int pageSize) {

    /** How many rows this page may have. */
    int limit() {
        return top == null ? pageSize : Math.min(top, pageSize);
    }

    /** How many entities may come after a page of so many; null for any number. */
    public Integer rest(int answered) {
        return top == null ? null : top - answered;
    }

    /** What has to be read: what is answered, the key that names it, and what the order goes by. */
    Set<EntityProperty> read() {
        Set<EntityProperty> read = new LinkedHashSet<>(selected);
        set.key().forEach(name -> read.add(set.property(name)));
        order.items().forEach(item -> read.add(item.property()));
        return read;
    }
}
