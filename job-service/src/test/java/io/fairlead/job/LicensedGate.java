package io.fairlead.job;

import jakarta.inject.Singleton;

/** A gate that needs a seat of a licence. */
@Singleton
public class LicensedGate extends Gate {

    @Override
    public String id() {
        return "licensed-gate";
    }
}
