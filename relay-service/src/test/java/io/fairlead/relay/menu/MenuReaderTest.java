package io.fairlead.relay.menu;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.relay.menu.RestaurantMenu.Dish;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MenuReaderTest {

    @Test
    void shouldReadAMenuAndPassOverWhatItDoesNotKnow() {
        var menu = MenuReader.menu(
                "quay",
                bytes(
                        """
                        {"restaurant":{"title":"Quay","location":"","extra":1,
                         "menu":[{"dish":"Soup","price":9},{"note":"closed at 14"},{"dish":" "}]},"more":[]}"""));

        assertThat(menu).hasValueSatisfying(quay -> {
            assertThat(quay.name()).isEqualTo("Quay");
            assertThat(quay.location()).isNull();
            assertThat(quay.menu()).containsExactly(new Dish("Soup"));
        });
    }

    @Test
    void shouldReadAnEmptyMenuOnADayOff() {
        assertThat(MenuReader.menu("quay", bytes("{\"restaurant\":{\"title\":\"Quay\"}}")))
                .hasValueSatisfying(quay -> assertThat(quay.menu()).isEmpty());
    }

    @Test
    void shouldRefuseWhatIsNoMenu() {
        for (String other : new String[] {"", "{", "[]", "null", "{\"restaurant\":1}", "<html>"}) {
            assertThat(MenuReader.menu("quay", bytes(other))).as(other).isEmpty();
            assertThat(MenuReader.restaurants(bytes(other))).as(other).isEmpty();
        }
        assertThat(MenuReader.restaurants(bytes("{\"restaurants\":[{\"name\":\"A\"}]}")))
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
