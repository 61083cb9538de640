package io.fairlead.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Map;

/** A tree whose texts and names can all be kept. */
final class StorableTree extends StdDeserializer<JsonNode> {

    private static final long serialVersionUID = 1L;

    private static final JsonDeserializer<? extends JsonNode> ANY =
            JsonNodeDeserializer.getDeserializer(JsonNode.class);

    StorableTree() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = ANY.deserialize(parser, context);
        check(tree, parser);
        return tree;
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) throws JsonMappingException {
        return ANY.getNullValue(context);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return ANY.getAbsentValue(context);
    }

    private static void check(JsonNode node, JsonParser parser) throws JsonMappingException {
        if (node.isTextual() && !Storable.is(node.textValue())) {
            throw new UnstorableText(parser);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkMember(new Reference(node, i), node.get(i), parser);
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            checkMember(new Reference(node, member.getKey()), member.getValue(), parser);
        }
    }

    private static void checkMember(Reference at, JsonNode member, JsonParser parser) throws JsonMappingException {
        try {
            if (at.getFieldName() != null && !Storable.is(at.getFieldName())) {
                throw new UnstorableText(parser);
            }
            check(member, parser);
        } catch (UnstorableText e) {
            throw JsonMappingException.wrapWithPath(e, at);
        }
    }
}
