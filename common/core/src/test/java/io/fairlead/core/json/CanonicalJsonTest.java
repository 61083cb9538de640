package io.fairlead.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldWriteOneValueInOneWay() throws JsonProcessingException {
        assertThat(text("{ \"b\" : [1.0, 10e1, 0.0, -0.0], \"a\" : {\"z\":null,\"y\":true} }"))
                .isEqualTo("{\"a\":{\"y\":true,\"z\":null},\"b\":[1,1E+2,0,0]}");
        assertThat(text("\"\\u00e9\\n\\\"\"")).isEqualTo("\"é\\n\\\"\"");
    }

    @Property(tries = 200)
    void shouldSayTheSame(@ForAll Map<String, Double> members, @ForAll List<String> items)
            throws JsonProcessingException {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        members.forEach(tree::put);
        items.forEach(tree.putArray("items")::add);

        JsonNode read = JSON.readTree(CanonicalJson.text(tree));

        assertThat(read.path("items")).isEqualTo(tree.path("items"));
        members.forEach((name, value) -> {
            if (!name.equals("items")) {
                assertThat(read.path(name).doubleValue()).isEqualTo(value == 0 ? 0.0 : value);
            }
        });
    }

    @Property(tries = 200)
    void shouldNotDependOnTheOrderOfMembers(@ForAll Map<String, Integer> members, @ForAll long seed) {
        List<String> names = new ArrayList<>(members.keySet());
        Collections.shuffle(names, new Random(seed));
        ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> shuffled.put(name, members.get(name)));
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        members.forEach(tree::put);

        assertThat(CanonicalJson.text(shuffled)).isEqualTo(CanonicalJson.text(tree));
    }

    private static String text(String json) throws JsonProcessingException {
        return CanonicalJson.text(JSON.readTree(json));
    }
}
