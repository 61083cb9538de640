package io.fairlead.telemetry.store;

import io.fairlead.telemetry.window.Window;
import io.fairlead.telemetry.window.WindowState;

/**
 * A window as it stands since this transaction.
 *
 * @param state how firm it is
 * @param revision 1 at first, one more with each change of what it says; being final is no change
 */
record WindowChange(Series series, Window window, WindowState state, int revision) {}
