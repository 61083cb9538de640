package io.fairlead.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.base.ParserBase;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Map;

/**
 * A tree whose texts, names and numbers can all be kept. One that is made of our own objects and not read from a text is not
 * looked at: what is wrong there is no fault of a caller's.
 */
final class StorableTree<N extends JsonNode> extends StdDeserializer<N> {

    private static final long serialVersionUID = 1L;

    /** It would be read as infinity, which JSON has no word for. */
    private static final String TOO_LARGE = "must be a number of at most 1.79e308";

    private final transient JsonDeserializer<? extends JsonNode> any;

    /** Trees of this type: any, or objects or arrays only. */
    StorableTree(Class<N> type) {
        super(type);
        this.any = JsonNodeDeserializer.getDeserializer(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public N deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = any.deserialize(parser, context);
        if (parser instanceof ParserBase) {
            check(tree, parser);
        }
        return (N) tree;
    }

    @Override
    @SuppressWarnings("unchecked")
    public N getNullValue(DeserializationContext context) throws JsonMappingException {
        return (N) any.getNullValue(context);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return any.getAbsentValue(context);
    }

    private static void check(JsonNode node, JsonParser parser) throws JsonMappingException {
        if (node.isTextual() && !Storable.is(node.textValue())) {
            throw new UnstorableValue(parser, Storable.MESSAGE);
        }
        if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw new UnstorableValue(parser, TOO_LARGE);
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
                throw new UnstorableValue(parser, Storable.MESSAGE);
            }
            check(member, parser);
        } catch (UnstorableValue e) {
            throw JsonMappingException.wrapWithPath(e, at);
        }
    }
}
