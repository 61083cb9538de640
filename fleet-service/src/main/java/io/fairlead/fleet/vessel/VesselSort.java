package io.fairlead.fleet.vessel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** What vessels can be sorted by. The code decides among equals, so every order is total and can be paged through. */
public enum VesselSort {
    @JsonProperty("code")
    CODE("code", "code", "text", Vessel::code, text -> text),
    @JsonProperty("name")
    NAME("name", "name", "text", Vessel::name, text -> text),
    @JsonProperty("type")
    TYPE("type", "type", "text", Vessel::type, text -> text),
    @JsonProperty("commissioned")
    COMMISSIONED("commissioned", Sql.COMMISSIONED, "date", VesselSort::commissioned, LocalDate::parse),
    @JsonProperty("updatedAt")
    UPDATED_AT("updatedAt", "updated_at", "timestamptz", Vessel::updatedAt, Instant::parse),
    @JsonProperty("-code")
    CODE_DESCENDING("-code", "code", "text", Vessel::code, text -> text),
    @JsonProperty("-name")
    NAME_DESCENDING("-name", "name", "text", Vessel::name, text -> text),
    @JsonProperty("-type")
    TYPE_DESCENDING("-type", "type", "text", Vessel::type, text -> text),
    @JsonProperty("-commissioned")
    COMMISSIONED_DESCENDING("-commissioned", Sql.COMMISSIONED, "date", VesselSort::commissioned, LocalDate::parse),
    @JsonProperty("-updatedAt")
    UPDATED_AT_DESCENDING("-updatedAt", "updated_at", "timestamptz", Vessel::updatedAt, Instant::parse);

    private final String parameter;
    private final String sql;
    private final String sqlType;
    private final Function<Vessel, Object> key;
    private final Function<String, Object> reading;

    VesselSort(
            String parameter,
            String sql,
            String sqlType,
            Function<Vessel, Object> key,
            Function<String, Object> reading) {
        this.parameter = parameter;
        this.sql = sql;
        this.sqlType = sqlType;
        this.key = key;
        this.reading = reading;
    }

    /** As it is written in a query. */
    @Override
    public String toString() {
        return parameter;
    }

    /** A vessel's place in this order, as text. */
    String key(Vessel vessel) {
        return key.apply(vessel).toString();
    }

    /** Passes if a text is a key of this order; throws what parsing throws if not. */
    void requireKey(String text) {
        reading.apply(text);
    }

    /** The condition that a row comes after the key in parameters {@code $key} and {@code $code}. */
    String after(String key, String code) {
        String comparison = descending() ? "<" : ">";
        return "(%s::text is null or (%s, code) %s (%s::text::%s, %s::text))"
                .formatted(key, sql, comparison, key, sqlType, code);
    }

    String order() {
        return descending() ? sql + " desc, code desc" : sql + ", code";
    }

    private boolean descending() {
        return parameter.startsWith("-");
    }

    /** A vessel without the date comes last. */
    private static LocalDate commissioned(Vessel vessel) {
        return vessel.commissioned() == null ? Sql.NEVER : vessel.commissioned();
    }

    private static final class Sql {
        static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
        static final String COMMISSIONED = "coalesce(commissioned, date '" + NEVER + "')";
    }
}
