package io.fairlead.telemetry.influx;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What InfluxDB 1 answers to a statement. */
@Schema(description = "What InfluxDB 1 answers to a statement.")
record QueryAnswer(List<Result> results) {

    /** What is answered: one statement, in capitals or not. */
    static final String STATEMENT = "^\\s*([Ss][Hh][Oo][Ww]\\s+[Dd][Aa][Tt][Aa][Bb][Aa][Ss][Ee][Ss]"
            + "|[Cc][Rr][Ee][Aa][Tt][Ee]\\s+[Dd][Aa][Tt][Aa][Bb][Aa][Ss][Ee]\\s+[^\\s;][^;]*);?\\s*$";

    private static final Pattern KNOWN = Pattern.compile(STATEMENT);
    private static final String DATABASE = "fairlead";

    /** What one statement came to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "QueryResult")
    record Result(@JsonProperty("statement_id") int statementId, @Schema(nullable = true) List<Table> series) {}

    /** Named rows. */
    @Schema(name = "QueryTable")
    record Table(String name, List<String> columns, List<List<String>> values) {}

    /** The form in which a statement may come, for the document. */
    @Schema(name = "QueryForm", requiredProperties = "q")
    record Form(
            @Schema(description = "The statement.", pattern = STATEMENT, examples = "CREATE DATABASE fleet")
                    String q) {}

    /**
     * The answer to a statement.
     *
     * @throws jakarta.ws.rs.WebApplicationException 400 when it is another than those that are answered
     */
    static QueryAnswer of(String statement) {
        Matcher known = KNOWN.matcher(statement == null ? "" : statement);
        if (!known.matches()) {
            throw InfluxError.refusal(
                    400,
                    "invalid",
                    "Only SHOW DATABASES and CREATE DATABASE are answered here; readings are read with"
                            + " GET /api/v1/sensors.");
        }
        boolean show = known.group(1).substring(0, 1).equalsIgnoreCase("s");
        Table databases = new Table("databases", List.of("name"), List.of(List.of(DATABASE)));
        return new QueryAnswer(List.of(new Result(0, show ? List.of(databases) : null)));
    }
}
