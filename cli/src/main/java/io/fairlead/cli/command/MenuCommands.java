package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lunch. */
public final class MenuCommands {

    private MenuCommands() {}

    /** Restaurants, or one's menu. */
    @Command(name = "menu", description = "Lists restaurants, or the dishes that one of them serves today.")
    public static final class Menu extends ListCommand {

        @Parameters(paramLabel = "RESTAURANT", arity = "0..1", description = "Its identifier.")
        private String restaurant;

        @Override
        public Integer call() {
            if (restaurant == null) {
                return super.call();
            }
            JsonNode menu = fetch(Query.to("/restaurant/{}", restaurant));
            if (menu.path("menu").isEmpty()) {
                tell(menu.path("name").asText() + " serves nothing today.");
            }
            printer().list(Column.of("/dish"), menu.path("menu").elements());
            return Exit.DONE;
        }

        @Override
        Query query() {
            return Query.to("/restaurant");
        }

        @Override
        List<Column> columns() {
            return Column.of("/identifier", "/name");
        }
    }

    /** Where to eat a dish. */
    @Command(name = "dish", description = "Tells where a dish is served today.")
    public static final class Dish extends ListCommand {

        @Parameters(paramLabel = "WORD", description = "What the dish's name holds.")
        private String word;

        @Override
        Query query() {
            return Query.to("/api/v1/dishes").with("q", word);
        }

        @Override
        List<Column> columns() {
            return List.of(
                    new Column("dish", "/dish"),
                    new Column("restaurant", "/restaurant/identifier"),
                    new Column("name", "/restaurant/name"));
        }
    }
}
