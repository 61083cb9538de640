package io.fairlead.job.mooring;

import io.fairlead.core.Computation;

/**
 * A piece of a mooring line that is the same along its length, such as a chain or a wire rope.
 *
 * @param lengthM its unstretched length
 * @param weightInWaterKNPerM its weight less its buoyancy, per metre
 * @param axialStiffnessKN EA: the tension that would stretch it to twice its length
 * @param breakingLoadKN its minimum breaking load, MBL
 */
@Computation
public record Segment(double lengthM, double weightInWaterKNPerM, double axialStiffnessKN, double breakingLoadKN) {

    double weightKN() {
        return lengthM * weightInWaterKNPerM;
    }
}
