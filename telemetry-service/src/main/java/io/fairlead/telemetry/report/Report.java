package io.fairlead.telemetry.report;

import io.fairlead.core.Computation;
import io.fairlead.core.problem.FieldError;
import io.fairlead.telemetry.reading.RejectedReading;
import java.util.ArrayList;
import java.util.List;

/** What a request says: its readings, of any number of vessels, and what could not be read of it. */
@Computation
public final class Report {

    private static final int MOST_ERRORS = 100;

    /** A reading that is left out alone, and its vessel. */
    public record Rejected(SentReading.Place vessel, RejectedReading reading) {}

    private final List<SentReading> readings = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();

    public void add(SentReading reading) {
        readings.add(reading);
    }

    /** Leaves out one reading; the rest of the report stands. */
    public void reject(SentReading.Place vessel, RejectedReading reading) {
        rejected.add(new Rejected(vessel, reading));
    }

    /** Refuses the whole request: something in it is wrong. The first hundred faults are kept. */
    public void refuse(String pointer, String detail) {
        refuse(FieldError.body(pointer, detail));
    }

    void refuse(FieldError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    public List<SentReading> readings() {
        return readings;
    }

    public List<Rejected> rejected() {
        return rejected;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Gives the readings without a vessel of their own that of the request. */
    public void defaultVessel(SentReading.Place vessel) {
        readings.replaceAll(reading -> reading.vessel().text() == null ? reading.of(vessel) : reading);
    }

    /** This report, if it has a reading or says why not. */
    Report orRefuseEmpty(String pointer) {
        if (readings.isEmpty() && errors.isEmpty()) {
            refuse(pointer, "At least one reading is needed.");
        }
        return this;
    }
}
