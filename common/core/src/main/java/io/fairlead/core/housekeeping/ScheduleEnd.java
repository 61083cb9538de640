package io.fairlead.core.housekeeping;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Begins nothing on schedule any more when the service stops: the database is let go before the scheduler ends by itself. */
@ApplicationScoped
class ScheduleEnd {

    private final Scheduler scheduler;

    ScheduleEnd(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void pause(@Observes ShutdownEvent event) {
        scheduler.pause();
    }
}
