package io.fairlead.telemetry.store;

import io.fairlead.telemetry.window.Window;

/**
 * A window as it stands since this transaction.
 *
 * @param state {@code provisional}, or {@code revised} when it changed after its end
 * @param revision 1 at first, one more with each change
 */
record WindowChange(Series series, Window window, String state, int revision) {}
