package io.fairlead.telemetry.odata.query;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;

/** The parameters of a statement that is being written, and its conditions. No value becomes a part of its text. */
final class Statement {

    private final Tuple parameters = Tuple.tuple();
    private final List<String> conditions = new ArrayList<>();

    /** Adds a value, and gives what stands for it in the text. */
    String parameter(Object value, EdmPrimitiveTypeKind type) {
        return parameter(value, Values.sqlType(type));
    }

    /** Adds a value, and gives what stands for it in the text. */
    String parameter(Object value, String sqlType) {
        parameters.addValue(value);
        return "$" + parameters.size() + "::" + sqlType;
    }

    /** Adds a condition that must hold too. */
    void require(String condition) {
        conditions.add("(" + condition + ")");
    }

    /** All conditions as one. */
    String conditions() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Tuple parameters() {
        return parameters;
    }
}
