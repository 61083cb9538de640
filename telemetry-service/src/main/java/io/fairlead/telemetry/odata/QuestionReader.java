package io.fairlead.telemetry.odata;

import io.fairlead.telemetry.odata.model.EntityProperty;
import io.fairlead.telemetry.odata.model.EntitySource;
import io.fairlead.telemetry.odata.query.NotSupported;
import io.fairlead.telemetry.odata.query.Order;
import io.fairlead.telemetry.odata.query.Question;
import io.fairlead.telemetry.odata.query.SkipToken;
import java.util.List;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.UriInfoResource;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourcePrimitiveProperty;
import org.apache.olingo.server.api.uri.queryoption.OrderByItem;
import org.apache.olingo.server.api.uri.queryoption.SelectOption;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;

/** Makes of the options that were parsed what is to be read. */
final class QuestionReader {

    private QuestionReader() {}

    /**
     * The page that is asked for.
     *
     * @param pageSize how many entities it has at most
     */
    static Question question(UriInfo uri, EntitySource set, int pageSize) {
        Order order = order(uri, set);
        return new Question(
                set,
                filter(uri),
                selected(uri, set),
                order,
                uri.getTopOption() == null ? null : uri.getTopOption().getValue(),
                uri.getSkipOption() == null ? 0 : uri.getSkipOption().getValue(),
                uri.getSkipTokenOption() == null
                        ? null
                        : SkipToken.decode(uri.getSkipTokenOption().getValue(), order),
                pageSize);
    }

    static Expression filter(UriInfo uri) {
        return uri.getFilterOption() == null ? null : uri.getFilterOption().getExpression();
    }

    /** The properties that are answered, all where nothing else is said. */
    static List<EntityProperty> selected(UriInfo uri, EntitySource set) {
        SelectOption select = uri.getSelectOption();
        if (select == null || select.getSelectItems().stream().anyMatch(item -> item.isStar())) {
            return set.properties();
        }
        return select.getSelectItems().stream()
                .map(item -> property(item.getResourcePath(), set, "$select"))
                .distinct()
                .toList();
    }

    private static Order order(UriInfo uri, EntitySource set) {
        List<OrderByItem> asked = uri.getOrderByOption() == null
                ? List.of()
                : uri.getOrderByOption().getOrders();
        return Order.of(
                set,
                asked.stream()
                        .map(item -> new Order.Item(property(item.getExpression(), set), item.isDescending()))
                        .toList());
    }

    private static EntityProperty property(Expression expression, EntitySource set) {
        if (expression instanceof Member member) {
            return property(member.getResourcePath(), set, "$orderby");
        }
        throw notSupported("$orderby");
    }

    private static EntityProperty property(UriInfoResource path, EntitySource set, String option) {
        List<UriResource> parts = path == null ? List.of() : path.getUriResourceParts();
        if (parts.size() == 1 && parts.get(0) instanceof UriResourcePrimitiveProperty part) {
            return set.property(part.getProperty().getName());
        }
        throw notSupported(option);
    }

    private static RuntimeException notSupported(String option) {
        return new NotSupported(option + " takes names of properties only.");
    }
}
