package io.fairlead.job.carbon;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.Computation;
import io.fairlead.core.json.EnumText;

/**
 * Fuels and the CO2 that burning them makes: resolution MEPC.364(79), 2022 guidelines on the attained EEDI, paragraph 2.2.1,
 * to which the CII guidelines G1 refer.
 */
@Computation
public enum Fuel {
    DIESEL_GAS_OIL(3.206),
    LIGHT_FUEL_OIL(3.151),
    HEAVY_FUEL_OIL(3.114),
    LPG_PROPANE(3.000),
    LPG_BUTANE(3.030),
    ETHANE(2.927),
    LNG(2.750),
    METHANOL(1.375),
    ETHANOL(1.913);

    private final double tonnesCo2PerTonne;

    Fuel(double tonnesCo2PerTonne) {
        this.tonnesCo2PerTonne = tonnesCo2PerTonne;
    }

    /** The conversion factor C_F. */
    public double tonnesCo2PerTonne() {
        return tonnesCo2PerTonne;
    }

    /** Its name in the API. */
    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }
}
