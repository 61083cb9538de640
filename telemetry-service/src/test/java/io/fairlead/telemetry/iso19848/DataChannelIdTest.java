package io.fairlead.telemetry.iso19848;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.LocalId;
import io.fairlead.telemetry.reading.Quantity;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DataChannelIdTest {

    @Property
    void shouldGiveEachChannelBack(@ForAll("names") String name, @ForAll("labels") Map<String, String> labels) {
        Channel channel = name.equals("power")
                ? Channel.plain(Quantity.POWER, labels)
                : LocalId.complete(new Channel(name, new TreeMap<>(labels), Quantity.OTHER, null, null, null));

        assertThat(DataChannelId.channel(DataChannelId.of(channel))).contains(channel);
    }

    @Example
    void shouldKeepALocalIdAsItIs() {
        String localId = "/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power";

        assertThat(DataChannelId.of(LocalId.channel(localId))).isEqualTo(localId);
        assertThat(DataChannelId.of(Channel.plain(Quantity.POWER, Map.of("consumer", "hotel"))))
                .isEqualTo("/fairlead/power/consumer=hotel");
    }

    @Example
    void shouldRefuseWhatBreaksOurNamingRule() {
        for (String bad : new String[] {
            "/fairlead/",
            "/fairlead/a/",
            "/fairlead/a/b",
            "/fairlead/a/b=c=d",
            "/fairlead/%zz",
            "/fairlead/%4",
            "/fairlead/a/b=c/b=d",
            "/fairlead/%00",
            "/fairlead/%"
        }) {
            assertThat(DataChannelId.channel(bad)).as(bad).isEmpty();
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("power", "engine.rpm", "/fairlead/a", "/a/qty-power/b", "/a/qty-other")
                .injectDuplicates(0.1)
                .flatMap(name -> Arbitraries.oneOf(Arbitraries.just(name), texts()));
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(3);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("a/=%+ é日~.")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(text -> !text.isBlank());
    }
}
