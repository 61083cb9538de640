package io.fairlead.fleet.equipment;

import java.util.List;

/** Several pieces of equipment, in the order in which they were asked for. */
public record EquipmentList(List<Equipment> items) {}
