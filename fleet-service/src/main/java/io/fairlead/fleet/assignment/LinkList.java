package io.fairlead.fleet.assignment;

import io.fairlead.fleet.schedule.ScheduleVessel;
import java.util.List;

/** All vessels that sail a schedule, by code. */
public record LinkList(List<ScheduleVessel> items) {}
