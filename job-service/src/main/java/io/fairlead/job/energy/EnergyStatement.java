package io.fairlead.job.energy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fairlead.core.Computation;
import java.util.List;

/**
 * Energy over a period, and what fuel and CO2 that comes to.
 *
 * @param total of the vessel, or of the whole fleet; then its vessel is null
 * @param burnt for the total
 * @param basis what fuel and CO2 are computed from
 * @param vessels each vessel's part
 */
@Computation
public record EnergyStatement(
        @JsonUnwrapped EnergyReport total,
        @JsonUnwrapped FuelBasis.Burnt burnt,
        FuelBasis basis,
        List<VesselEnergy> vessels) {

    /** A vessel's part. */
    public record VesselEnergy(@JsonUnwrapped EnergyReport report, @JsonUnwrapped FuelBasis.Burnt burnt) {}

    static EnergyStatement of(EnergyReport total, FuelBasis basis, List<EnergyReport> vessels) {
        return new EnergyStatement(
                total,
                basis.burnt(total.kWh()),
                basis,
                vessels.stream()
                        .map(report -> new VesselEnergy(report, basis.burnt(report.kWh())))
                        .toList());
    }
}
