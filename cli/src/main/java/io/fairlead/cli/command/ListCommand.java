package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.api.Pages;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import io.fairlead.cli.output.Waiting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A command that prints a list of the API, which comes in pages. */
abstract class ListCommand extends ApiCommand {

    @ArgGroup
    private Amount amount = new Amount();

    /** How many items. */
    static final class Amount {

        @Option(names = "--limit", paramLabel = "N", description = "At most so many; 100 if absent.")
        private long limit = 100;

        @Option(names = "--all", description = "However many there are.")
        private boolean all;
    }

    /** The question, without a page's parameters. */
    abstract Query query();

    /** What a table shows of an item. */
    abstract List<Column> columns();

    /** Whether all of it is asked for, and not just so many. */
    final boolean all() {
        return amount.all;
    }

    /** Where a page has its items. */
    String member() {
        return "items";
    }

    @Override
    public Integer call() {
        long most = amount.all ? Long.MAX_VALUE : amount.limit;
        Pages pages = new Pages(api(), cursor -> query().with("cursor", cursor), member(), most);
        printer().list(columns(), amount.all ? pages : collected(pages));
        if (pages.cut()) {
            tell("There are more: --limit N or --all.");
        }
        return 0;
    }

    private Iterator<JsonNode> collected(Pages pages) {
        try (Waiting waiting = Waiting.forAnswer(terminal(), "asking")) {
            List<JsonNode> items = new ArrayList<>();
            pages.forEachRemaining(items::add);
            return items.iterator();
        }
    }
}
