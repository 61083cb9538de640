package io.fairlead.job.energy;

import io.fairlead.core.Computation;
import io.fairlead.job.carbon.Fuel;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * From what energy is taken to be made.
 *
 * @param specificConsumptionGPerKWh g of fuel for each kWh
 * @param assumed whether the caller gave no consumption and that of auxiliary engines is taken which the IMO takes for ships
 *     without one in their technical file: resolution MEPC.350(78), EEXI guidelines, paragraph 2.2.3
 */
@Computation
public record FuelBasis(Fuel fuel, double specificConsumptionGPerKWh, boolean assumed) {

    private static final double AUXILIARY_ENGINES_G_PER_KWH = 215;
    private static final BigDecimal GRAMS_PER_TONNE = BigDecimal.valueOf(1_000_000);
    private static final int SCALE = 6;

    /** Fuel and the CO2 of burning it. */
    public record Burnt(BigDecimal fuelTonnes, BigDecimal co2Tonnes) {}

    /** What was given, or else marine diesel in an auxiliary engine. */
    static FuelBasis of(Fuel fuel, Double gramsPerKWh) {
        return new FuelBasis(
                fuel == null ? Fuel.DIESEL_GAS_OIL : fuel,
                gramsPerKWh == null ? AUXILIARY_ENGINES_G_PER_KWH : gramsPerKWh,
                gramsPerKWh == null);
    }

    Burnt burnt(BigDecimal kWh) {
        BigDecimal tonnes = kWh.multiply(BigDecimal.valueOf(specificConsumptionGPerKWh))
                .divide(GRAMS_PER_TONNE, SCALE, RoundingMode.HALF_EVEN);
        BigDecimal co2 = tonnes.multiply(BigDecimal.valueOf(fuel.tonnesCo2PerTonne()));
        return new Burnt(tonnes, co2.setScale(SCALE, RoundingMode.HALF_EVEN));
    }
}
