package io.fairlead.job.assignment;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import io.fairlead.core.Computation;
import java.util.List;
import java.util.Map;

/** One vessel's place on a schedule; the solver decides who takes it, of those that can. Costs are in hundredths. */
@Computation
@PlanningEntity
public class Slot {

    private int number;
    private Schedule schedule;
    private Span occupied;
    private Map<String, Long> costs;
    private List<Vessel> candidates;
    private Vessel vessel;

    /** For the solver. */
    public Slot() {}

    /**
     * @param candidates who can take it
     * @param costs what each of them costs, by code
     */
    Slot(int number, Schedule schedule, Span occupied, List<Vessel> candidates, Map<String, Long> costs) {
        this.number = number;
        this.schedule = schedule;
        this.occupied = occupied;
        this.costs = costs;
        this.candidates = candidates;
    }

    @PlanningId
    public int getNumber() {
        return number;
    }

    /** Who can take it. */
    @ValueRangeProvider(id = "candidates")
    public List<Vessel> getCandidates() {
        return candidates;
    }

    /** Who takes it; null for nobody. */
    @PlanningVariable(valueRangeProviderRefs = "candidates", allowsUnassigned = true)
    public Vessel getVessel() {
        return vessel;
    }

    public void setVessel(Vessel vessel) {
        this.vessel = vessel;
    }

    Schedule schedule() {
        return schedule;
    }

    /** When its vessel can take no other: the schedule and the time to get ready after it. */
    Span occupied() {
        return occupied;
    }

    String vesselCode() {
        return vessel.code();
    }

    long start() {
        return occupied.start().toEpochMilli();
    }

    long end() {
        return occupied.end().toEpochMilli();
    }

    long priority() {
        return schedule.priority();
    }

    Map<String, Long> costs() {
        return costs;
    }

    long cost() {
        return costs.get(vessel.code());
    }
}
