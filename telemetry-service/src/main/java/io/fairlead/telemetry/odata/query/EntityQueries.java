package io.fairlead.telemetry.odata.query;

import io.fairlead.core.identity.Caller;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.core.rows.Rows;
import io.fairlead.telemetry.odata.model.EntityProperty;
import io.fairlead.telemetry.odata.model.EntitySource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitException;

/** Reads entities of the vessels that the caller may see. */
@ApplicationScoped
public class EntityQueries {

    /** A page's large texts come to about so many bytes, one entity's at least, and no answer outgrows the memory. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final Pool pool;
    private final Caller caller;

    EntityQueries(Pool pool, Caller caller) {
        this.pool = pool;
        this.caller = caller;
    }

    /** One page of a list. */
    public Uni<EntityPage> page(Question question) {
        if (question.limit() == 0) {
            return Uni.createFrom().item(new EntityPage(List.of(), null));
        }
        Statement statement = statement(question);
        return limit(question).chain(limit -> pool.preparedQuery(
                        "select " + EntityRow.columns(question.read()) + rows(question, statement, limit + 1))
                .execute(statement.parameters())
                .map(rows -> page(rows, question, limit)));
    }

    /** How many entities there are, however many a page has. */
    public Uni<Long> count(EntitySource set, Expression filter) {
        Statement statement = filtered(set, filter);
        return pool.preparedQuery("select count(*) from " + set.from() + " where " + statement.conditions())
                .execute(statement.parameters())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** The entity that has this key; empty when there is none, or the caller may not see it. */
    public Uni<Optional<Entity>> one(EntitySource set, Map<String, String> key, List<EntityProperty> selected) {
        Statement statement = scoped(set);
        key.forEach((name, text) -> {
            EntityProperty property = set.property(name);
            statement.require(property.value() + " = " + statement.parameter(part(property, text), property.type()));
        });
        List<EntityProperty> read = new ArrayList<>(selected);
        set.key().stream()
                .map(set::property)
                .filter(property -> !selected.contains(property))
                .forEach(read::add);
        return pool.preparedQuery("select " + EntityRow.columns(read) + " from " + set.from() + " where "
                        + statement.conditions())
                .execute(statement.parameters())
                .map(rows -> Rows.first(rows, row -> EntityRow.entity(row, set, read)));
    }

    private static Object part(EntityProperty property, String text) {
        try {
            return Values.parse(property.type(), text);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(FieldError.query(property.name(), e.getMessage()));
        }
    }

    /** How many rows this page has: fewer than may be asked for, where their texts are large. */
    private Uni<Integer> limit(Question question) {
        if (question.set().size() == null) {
            return Uni.createFrom().item(question.limit());
        }
        Statement statement = statement(question);
        return pool.preparedQuery("select " + question.set().size() + rows(question, statement, question.limit()))
                .execute(statement.parameters())
                .map(EntityQueries::fitting);
    }

    private static int fitting(RowSet<Row> sizes) {
        long bytes = 0;
        int fitting = 0;
        for (Row row : sizes) {
            if (fitting > 0 && bytes >= MOST_BYTES) {
                break;
            }
            bytes += row.getInteger(0);
            fitting++;
        }
        return Math.max(1, fitting);
    }

    private static EntityPage page(RowSet<Row> rows, Question question, int limit) {
        List<Row> answered = Rows.list(rows, row -> row);
        boolean more = answered.size() > limit && !Integer.valueOf(0).equals(question.rest(limit));
        if (answered.size() > limit) {
            answered = answered.subList(0, limit);
        }
        List<Entity> entities = answered.stream()
                .map(row -> EntityRow.entity(row, question.set(), question.read()))
                .toList();
        return new EntityPage(entities, more ? token(answered.get(limit - 1), question.order()) : null);
    }

    private static String token(Row last, Order order) {
        List<Object> values = new ArrayList<>();
        order.items().forEach(item -> values.add(EntityRow.value(last, item.property())));
        return SkipToken.encode(values);
    }

    private static String rows(Question question, Statement statement, int limit) {
        return " from " + question.set().from() + " where " + statement.conditions() + " order by "
                + question.order().sql() + " limit " + statement.parameter(limit, "bigint") + " offset "
                + statement.parameter(question.skip(), "bigint");
    }

    private Statement statement(Question question) {
        Statement statement = filtered(question.set(), question.filter());
        if (question.after() != null) {
            statement.require(question.order().after(question.after(), statement));
        }
        return statement;
    }

    private Statement filtered(EntitySource set, Expression filter) {
        Statement statement = scoped(set);
        if (filter != null) {
            try {
                statement.require(filter.accept(new FilterSql(set, statement)).value());
            } catch (IllegalArgumentException e) {
                throw Problems.badRequest(FieldError.query("$filter", e.getMessage() + " In: " + filter));
            } catch (ExpressionVisitException | ODataApplicationException e) {
                throw new IllegalStateException("declared by the visitor, thrown by no method of ours", e);
            }
        }
        return statement;
    }

    private Statement scoped(EntitySource set) {
        Statement statement = new Statement();
        caller.readableVessels()
                .ifPresent(codes -> statement.require(
                        set.vessel() + " = any(" + statement.parameter(codes.toArray(String[]::new), "text[]") + ")"));
        return statement;
    }
}
