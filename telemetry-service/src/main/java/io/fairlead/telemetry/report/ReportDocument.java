package io.fairlead.telemetry.report;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a report in JSON, for the API's document; it is read token by token, see {@link JsonReport}. */
@Schema(
        name = "ReadingReport",
        description = "Readings of one vessel, or of several when each names its own.",
        requiredProperties = "readings",
        additionalProperties = Schema.False.class)
record ReportDocument(
        @Schema(
                        nullable = true,
                        description = "The code of the vessel of all readings that name none.",
                        examples = "MV102")
                String vessel,
        @Schema(description = "In any order.", minItems = 1) List<Item> readings) {

    /** Printable, and not blank. */
    private static final String PRINTABLE = "^[^\\u0000-\\u001F\\u007F-\\u009F]*"
            + "[^\\s\\u0000-\\u001F\\u007F-\\u009F]"
            + "[^\\u0000-\\u001F\\u007F-\\u009F]*$";

    static final String JSON =
            """
            {"vessel":"MV102","readings":[
             {"channel":"engine.rpm","labels":{"engine":"port"},"time":"2026-01-31T04:00:00Z","value":720.5,"unit":"rpm"},
             {"channel":"engine.state","time":"2026-01-31T04:00:00Z","value":"running","quality":"good"},
             {"channel":"power","labels":{"consumer":"hotel"},"time":"2026-01-31T04:00:00Z","value":812.5,"unit":"kW"}]}""";
    static final String CSV =
            """
            vessel,channel,time,value,unit,label.engine
            MV102,engine.rpm,2026-01-31T04:00:00Z,720.5,rpm,port
            MV102,engine.state,2026-01-31T04:00:00Z,running,,port
            """;
    static final String LINES =
            """
            {"vessel":"MV102","channel":"engine.rpm","time":"2026-01-31T04:00:00Z","value":720.5,"unit":"rpm"}
            {"vessel":"MV102","channel":"engine.state","time":"2026-01-31T04:00:00Z","value":"running"}
            """;

    /** One reading. */
    @Schema(
            name = "SentReading",
            description = "One reading, with either a `value` or a `text`.",
            requiredProperties = {"channel", "time"},
            anyOf = {OfValue.class, OfText.class},
            additionalProperties = Schema.False.class)
    record Item(
            @Schema(nullable = true, description = "The vessel's code, unless the report names it.", examples = "MV102")
                    String vessel,
            @Schema(
                            description = "Any name; `power` and `energy` are the channels of the plain door and need a"
                                    + " `unit`. A LocalID means the same as in an ISO 19848 package.",
                            pattern = PRINTABLE,
                            maxLength = 255,
                            examples = "engine.rpm")
                    String channel,
            @Schema(
                            nullable = true,
                            description = "What tells it from others of that name.",
                            maxProperties = 32,
                            additionalProperties = String.class)
                    Map<String, String> labels,
            @Schema(
                            description = "When it was read, or where its interval ends.",
                            format = "date-time",
                            examples = "2026-01-31T04:00:00Z")
                    String time,
            @Schema(nullable = true, description = "Where its interval begins.", format = "date-time") String start,
            @Schema(
                            description = "A number; a text, true or false is kept as text.",
                            anyOf = {Double.class, String.class, Boolean.class})
                    Object value,
            @Schema(
                            nullable = true,
                            description = "A value that is a text even if it looks like a number.",
                            maxLength = 4096)
                    String text,
            @Schema(
                            nullable = true,
                            description = "What the sender says about it.",
                            pattern = PRINTABLE,
                            maxLength = 255)
                    String quality,
            @Schema(
                            description = "The unit of the value; a channel keeps the unit of its first reading.",
                            nullable = true,
                            pattern = PRINTABLE,
                            maxLength = 255,
                            examples = "rpm")
                    String unit) {}

    /** A reading's first form. */
    @Schema(name = "ReadingOfValue", requiredProperties = "value")
    private static final class OfValue {}

    /** Its second form. */
    @Schema(name = "ReadingOfText", requiredProperties = "text")
    private static final class OfText {}
}
