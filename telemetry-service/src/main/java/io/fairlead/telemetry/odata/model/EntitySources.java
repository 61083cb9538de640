package io.fairlead.telemetry.odata.model;

import static io.fairlead.telemetry.odata.model.EntityProperty.day;
import static io.fairlead.telemetry.odata.model.EntityProperty.decimal;
import static io.fairlead.telemetry.odata.model.EntityProperty.integer;
import static io.fairlead.telemetry.odata.model.EntityProperty.number;
import static io.fairlead.telemetry.odata.model.EntityProperty.text;
import static io.fairlead.telemetry.odata.model.EntityProperty.time;
import static io.fairlead.telemetry.odata.model.EntityProperty.truth;

import io.fairlead.core.Computation;
import java.util.List;

/** The entity sets that there are. Names are those of the other APIs; what is nested there is flat here. */
@Computation
public final class EntitySources {

    /** A series' labels as one text, {@code consumer=hotel,deck=3}; null when there is none. */
    private static final String LABELS =
            """
            (select string_agg(l.key || '=' || l.value, ',' order by l.key) from jsonb_each_text(s.labels) l)""";

    private static final String QUARTER = "15 minutes";

    private static final EntitySource VESSELS = new EntitySource(
            "Vessels",
            "Vessel",
            "vessel v",
            "v.code",
            null,
            List.of("code"),
            List.of(
                    text("code", "v.code"),
                    text("name", "v.name").orNull(),
                    text("imo", "v.imo").orNull(),
                    text("mmsi", "v.mmsi").orNull(),
                    text("status", "v.status")));

    private static final EntitySource CHANNELS = new EntitySource(
            "Channels",
            "Channel",
            "series s",
            "s.vessel",
            null,
            List.of("id"),
            List.of(
                    integer("id", "s.id"),
                    text("vessel", "s.vessel"),
                    text("name", "s.channel"),
                    text("labels", LABELS).orNull(),
                    text("quantity", "s.quantity"),
                    text("unit", "s.unit").orNull()));

    private static final EntitySource WINDOWS = new EntitySource(
            "Windows",
            "Window",
            "power_window w join series s on s.id = w.series_id",
            "s.vessel",
            null,
            List.of("channelId", "end"),
            List.of(
                    integer("channelId", "w.series_id"),
                    text("vessel", "s.vessel"),
                    text("channel", "s.channel"),
                    text("labels", LABELS).orNull(),
                    text("quantity", "s.quantity"),
                    time("start", "w.window_end").before(QUARTER),
                    time("end", "w.window_end"),
                    decimal("kWh", "w.kwh"),
                    decimal("meanKW", "w.mean_kw"),
                    decimal("minKW", "w.min_kw").orNull(),
                    decimal("maxKW", "w.max_kw").orNull(),
                    integer("count", "w.readings"),
                    integer("coverageSeconds", "w.coverage_seconds"),
                    text("method", "w.method"),
                    text("flags", "nullif(array_to_string(w.flags, ','), '')").orNull(),
                    text("state", "w.state"),
                    integer("revision", "w.revision"),
                    time("changedAt", "w.changed_at")));

    private static final EntitySource DAILY_ENERGY = new EntitySource(
            "DailyEnergy",
            "VesselDay",
            DailyEnergy.FROM,
            "k.vessel",
            null,
            List.of("vessel", "day"),
            List.of(
                    text("vessel", "k.vessel"),
                    day("day", "k.day"),
                    time("start", "k.day::timestamp at time zone 'UTC'"),
                    time("end", "(k.day + 1)::timestamp at time zone 'UTC'"),
                    decimal("kWh", "e.kwh"),
                    decimal("meanKW", "e.kwh / 24"),
                    decimal("minKW", "e.min_kw").orNull(),
                    decimal("maxKW", "e.max_kw").orNull(),
                    integer("count", "e.readings"),
                    integer("coverageSeconds", "e.coverage_seconds"),
                    integer("windowCount", "e.windows"),
                    text("state", "e.state")));

    private static final EntitySource ANALYTICS_RESULTS = new EntitySource(
            "AnalyticsResults",
            "AnalyticsResult",
            "analytics_result r",
            "r.vessel",
            "r.size",
            List.of("id"),
            List.of(
                    integer("id", "r.id"),
                    text("name", "r.name"),
                    text("vessel", "nullif(r.vessel, '')").orNull(),
                    time("start", "r.start_at"),
                    time("end", "r.end_at"),
                    text("type", "r.type"),
                    number("number", "r.number").orNull(),
                    text("value", "r.value::text"),
                    text("unit", "r.unit").orNull(),
                    text("model", "r.model_name"),
                    text("modelVersion", "r.model_version"),
                    text("run", "r.run_id"),
                    text("parameters", "r.parameters::text").orNull(),
                    text("metrics", "r.metrics::text").orNull(),
                    time("producedAt", "r.produced_at"),
                    time("recordedAt", "r.recorded_at"),
                    text("recordedBy", "r.recorded_by"),
                    integer("revision", "r.revision"),
                    truth("current", "r.current")));

    /** All of them, in the order of the service document. */
    public static final List<EntitySource> ALL = List.of(VESSELS, CHANNELS, WINDOWS, DAILY_ENERGY, ANALYTICS_RESULTS);

    private EntitySources() {}

    /** The set of that name, which there is: the parser has looked. */
    public static EntitySource named(String name) {
        return ALL.stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
    }
}
