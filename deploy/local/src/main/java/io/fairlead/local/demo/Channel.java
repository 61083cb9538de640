package io.fairlead.local.demo;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Something that a vessel measures.
 *
 * @param equipment the code, after the vessel's, of what reports it
 * @param item where it is in DNV's VIS, and what it is of
 * @param type of ISO 19848: Average or Inst
 * @param low the least value of its range
 * @param high the greatest
 */
record Channel(
        String equipment,
        String item,
        String type,
        String unit,
        String quantity,
        double low,
        double high,
        int decimals,
        ToDoubleFunction<State> value) {

    /** As ISO 19848 names it, by DNV's rule. */
    String localId() {
        return "/dnv-v2/vis-3-7a/" + item;
    }

    /** As a package writes a value. */
    String written(State state) {
        double within = Math.max(low, Math.min(high, value.applyAsDouble(state)));
        return String.format(Locale.ROOT, "%." + decimals + "f", within);
    }
}
