package io.fairlead.fleet.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.fleet.equipment.Equipment;
import io.fairlead.fleet.schedule.Schedule;
import io.fairlead.fleet.vessel.Position;
import io.fairlead.fleet.vessel.Vessel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** The three kinds of files. */
@ApplicationScoped
public class Sheets {

    private final ObjectMapper json;

    Sheets(ObjectMapper json) {
        this.json = json;
    }

    Sheet<Vessel> vessels() {
        return new Sheet<>(
                json,
                List.of(
                        Column.text("code", Vessel::code),
                        Column.text("name", Vessel::name),
                        Column.text("type", Vessel::type),
                        Column.text("imo", Vessel::imo),
                        Column.text("mmsi", Vessel::mmsi),
                        Column.text("flag", Vessel::flag),
                        Column.text("timeZone", Vessel::timeZone),
                        Column.number("deadweightTonnes", Vessel::deadweightTonnes),
                        Column.number("grossTonnage", Vessel::grossTonnage),
                        Column.text("commissioned", Vessel::commissioned),
                        Column.number("latitude", position(Position::latitude)).at("/position/latitude"),
                        Column.number("longitude", position(Position::longitude))
                                .at("/position/longitude"),
                        Column.text("positionTime", position(Position::time)).at("/position/time"),
                        Column.text("status", Vessel::status)));
    }

    Sheet<Equipment> equipment() {
        return new Sheet<>(
                json,
                List.of(
                        Column.text("code", Equipment::code),
                        Column.text("vessel", Equipment::vessel),
                        Column.text("name", Equipment::name),
                        Column.text("type", Equipment::type),
                        Column.text("location", Equipment::location),
                        Column.text("serial", Equipment::serial),
                        Column.json("channels", Equipment::channels),
                        Column.text("status", Equipment::status)));
    }

    Sheet<Schedule> schedules() {
        return new Sheet<>(
                json,
                List.of(
                        Column.number("id", Schedule::id),
                        Column.text("name", Schedule::name),
                        Column.text("kind", Schedule::kind),
                        Column.text("status", Schedule::status),
                        Column.text("start", Schedule::start),
                        Column.text("end", Schedule::end),
                        Column.json("activities", Schedule::activities)));
    }

    private static Function<Vessel, Object> position(Function<Position, Object> part) {
        return vessel -> vessel.position() == null ? null : part.apply(vessel.position());
    }
}
