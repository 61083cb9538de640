package io.fairlead.telemetry.iso19848;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.BatchBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in an ISO 19848 package that knows its JSON pointer, so that what is wrong can be named. Properties that we do
 * not read are left alone: the standard allows a package to carry more.
 */
@Computation
record PackageNode(JsonNode node, String pointer, BatchBuilder batch) {

    /** The member of that name, which may be missing. */
    PackageNode get(String name) {
        return new PackageNode(node.path(name), pointer + "/" + name, batch);
    }

    /** The element at that index. */
    PackageNode get(int index) {
        return new PackageNode(node.path(index), pointer + "/" + index, batch);
    }

    boolean missing() {
        return node.isMissingNode() || node.isNull();
    }

    /** The elements of a list; refuses anything else. A missing list has none. */
    List<PackageNode> list() {
        List<PackageNode> elements = new ArrayList<>(node.size());
        if (!missing() && !node.isArray()) {
            refuse("This must be a list.");
        } else {
            for (int i = 0; i < node.size(); i++) {
                elements.add(get(i));
            }
        }
        return elements;
    }

    /** Its text; refuses objects, lists and what cannot be kept. Null when it is missing or empty. */
    String text() {
        if (missing()) {
            return null;
        }
        if (!node.isValueNode() || node.asText().indexOf(0) >= 0) {
            refuse("This must be a text.");
            return null;
        }
        return node.asText().isEmpty() ? null : node.asText();
    }

    /** Its text; refuses a missing one too. */
    String required() {
        String text = text();
        if (text == null && (missing() || node.isValueNode())) {
            refuse("This is missing.");
        }
        return text;
    }

    void refuse(String detail) {
        batch.refuse(pointer, detail);
    }
}
