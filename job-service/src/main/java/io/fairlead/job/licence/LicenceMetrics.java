package io.fairlead.job.licence;

import io.fairlead.core.metrics.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The seats of each licence and who waits for them, measured on schedule; the same on every instance. */
@ApplicationScoped
class LicenceMetrics {

    private final Licences licences;
    private final MultiGauge seats;
    private final MultiGauge waiting;

    LicenceMetrics(Licences licences, MeterRegistry meters) {
        this.licences = licences;
        this.seats = MultiGauge.builder("fairlead.licence.seats")
                .description("Seats of a licence, held or free")
                .baseUnit("seats")
                .register(meters);
        this.waiting = MultiGauge.builder("fairlead.licence.waiting")
                .description("Jobs that wait for a seat, at most 10,001")
                .baseUnit("jobs")
                .register(meters);
    }

    /** Measures what is in the database. */
    @Scheduled(every = "${fairlead.metrics.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return Measurement.of("licences", licences.list().invoke(this::show));
    }

    private void show(List<Licence> all) {
        seats.register(
                all.stream()
                        .<Row<?>>mapMulti((licence, rows) -> Stream.of(
                                        row(licence, "held", licence.holders().size()),
                                        row(licence, "free", licence.free()))
                                .forEach(rows))
                        .toList(),
                true);
        waiting.register(
                all.stream()
                        .<Row<?>>map(licence -> Row.of(Tags.of("licence", licence.name()), licence.waiting()))
                        .toList(),
                true);
    }

    private static Row<?> row(Licence licence, String state, int count) {
        return Row.of(Tags.of("licence", licence.name(), "state", state), count);
    }
}
