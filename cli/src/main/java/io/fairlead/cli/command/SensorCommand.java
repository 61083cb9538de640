package io.fairlead.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import io.fairlead.cli.output.Waiting;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sensors. */
@Command(
        name = "sensor",
        description = "Sensors: their channels, newest values, windows and readings.",
        subcommands = {
            SensorCommand.Channels.class,
            SensorCommand.Latest.class,
            SensorCommand.Windows.class,
            SensorCommand.Export.class
        })
public final class SensorCommand extends GroupCommand {

    /** A vessel's channels. */
    @Command(name = "channels", description = "Lists a vessel's channels.")
    static final class Channels extends ListCommand {

        @Parameters(paramLabel = "VESSEL", description = "The vessel's code.")
        private String vessel;

        @Override
        Query query() {
            return Query.to("/api/v1/sensors/{}/channels", vessel);
        }

        @Override
        List<Column> columns() {
            return Column.of("/name", "/labels", "/quantity", "/unit", "/id");
        }
    }

    /** Newest values. */
    @Command(name = "latest", description = "Lists the newest value of each of a vessel's channels.")
    static final class Latest extends ListCommand {

        @Parameters(paramLabel = "VESSEL", description = "The vessel's code.")
        private String vessel;

        @Override
        Query query() {
            return Query.to("/api/v1/sensors/{}/latest", vessel);
        }

        @Override
        List<Column> columns() {
            return List.of(
                    new Column("channel", "/channel/name"),
                    new Column("labels", "/channel/labels"),
                    new Column("value", "/reading/value"),
                    new Column("text", "/reading/text"),
                    new Column("unit", "/channel/unit"),
                    new Column("time", "/reading/time"),
                    new Column("quality", "/reading/quality"));
        }
    }

    /** Windows. */
    @Command(name = "windows", description = "Lists the windows of a vessel's channels: mean, least, greatest, count.")
    static final class Windows extends ApiCommand {

        @Parameters(paramLabel = "VESSEL", description = "The vessel's code.")
        private String vessel;

        @Option(names = "--channel", required = true, description = "A channel's name or id; may be repeated.")
        private List<String> channels;

        @Option(names = "--interval", description = "How long a window is, as in PT15M or P1D; PT15M if absent.")
        private String interval;

        @Option(
                names = "--function",
                description =
                        "mean, min, max, sum, count, first or last; may be repeated; count, mean, min and max if absent.")
        private List<String> functions = List.of("count", "mean", "min", "max");

        @Mixin
        private Period period;

        @Override
        public Integer call() {
            List<JsonNode> rows = new ArrayList<>();
            String cursor = null;
            do {
                JsonNode page = fetch(Query.to("/api/v1/sensors/{}/windows", vessel)
                        .withEach("channel", channels)
                        .with("start", period.start())
                        .with("end", period.end())
                        .with("interval", interval)
                        .withEach("function", functions)
                        .with("cursor", cursor));
                page.path("items").forEach(series -> series.path("windows").forEach(window -> {
                    ObjectNode row = ((ObjectNode) window)
                            .put("channel", series.at("/channel/name").asText());
                    row.set("labels", series.at("/channel/labels"));
                    row.set("unit", series.at("/channel/unit"));
                    rows.add(row);
                }));
                cursor = page.path("next").asText(null);
            } while (cursor != null);
            printer()
                    .list(
                            Column.of(
                                    "/channel",
                                    "/labels",
                                    "/start",
                                    "/end",
                                    "/count",
                                    "/mean",
                                    "/min",
                                    "/max",
                                    "/unit"),
                            rows.iterator());
            return Exit.DONE;
        }
    }

    /** Readings into a file. */
    @Command(name = "export", description = "Saves the readings of vessels' channels, however many there are.")
    static final class Export extends ApiCommand {

        /** What a file of readings may be. */
        enum As {
            CSV("text/csv"),
            NDJSON("application/x-ndjson"),
            ARROW("application/vnd.apache.arrow.stream");

            private final String mediaType;

            As(String mediaType) {
                this.mediaType = mediaType;
            }
        }

        @Parameters(paramLabel = "VESSEL", arity = "1..*", description = "The vessels' codes.")
        private List<String> vessels;

        @Option(names = "--channel", required = true, description = "A channel's name; may be repeated.")
        private List<String> channels;

        @Option(names = "--as", defaultValue = "csv", description = "csv, ndjson or arrow; csv if absent.")
        private As form;

        @Mixin
        private Period period;

        @Mixin
        private ToFile file;

        @Override
        public Integer call() {
            Query query = Query.to("/api/v1/sensors/readings")
                    .withEach("vessel", vessels)
                    .withEach("channel", channels)
                    .with("start", period.start())
                    .with("end", period.end())
                    .with("format", form.name().toLowerCase(Locale.ROOT));
            InputStream content = api().download(query, form.mediaType);
            if (!file.wanted()) {
                file.save(content);
                return Exit.DONE;
            }
            try (Waiting waiting = Waiting.forAnswer(terminal(), "receiving")) {
                file.save(content);
            }
            return Exit.DONE;
        }
    }
}
