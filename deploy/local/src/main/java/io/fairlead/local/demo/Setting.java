package io.fairlead.local.demo;

import io.fairlead.local.Api;
import java.time.Instant;
import java.util.List;

/** What is around the vessels: equipment, schedules, a project, a licence, results and first jobs. Each is made once. */
final class Setting {

    private final List<Ship> ships;
    private final Registration registration;
    private final Plans plans;
    private final JobDesk desk;
    private final Findings findings;
    private boolean prepared;

    Setting(Api api, List<Ship> ships) {
        this.ships = ships;
        this.registration = new Registration(api);
        this.plans = new Plans(api);
        this.desk = new JobDesk(api);
        this.findings = new Findings(api);
    }

    void prepare(Instant now) {
        if (!prepared) {
            registration.equipment(ships);
            plans.add(now);
            desk.open();
            prepared = true;
        }
    }

    void compute(Instant now) {
        findings.publish(ships, now);
        desk.submitFirst(now);
    }
}
