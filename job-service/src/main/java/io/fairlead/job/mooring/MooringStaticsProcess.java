package io.fairlead.job.mooring;

import io.fairlead.core.problem.FieldError;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Analyses a spread mooring heading by heading. */
@Singleton
public class MooringStaticsProcess implements Process<MooringStaticsProcess.Inputs, MooringStatics> {

    private static final List<Double> HEADINGS = List.of(0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0);
    private static final int STEPS = 10;
    private static final long MOST_LINE_STATES = 100_000;

    /**
     * @param headingsDeg the directions of the offset curves; null for eight, 45 degrees apart
     * @param maxOffsetM how far they reach
     * @param steps into how many steps they are divided; null for 10. Lines times headings times steps and one more are at most
     *     100,000
     */
    public record Inputs(
            double waterDepthM, List<MooringLine> lines, List<Double> headingsDeg, double maxOffsetM, Integer steps) {

        List<Double> headings() {
            return headingsDeg == null ? HEADINGS : headingsDeg;
        }

        int stepCount() {
            return steps == null ? STEPS : steps;
        }
    }

    @Override
    public String id() {
        return "mooring-statics";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public List<FieldError> check(Inputs inputs) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < inputs.lines().size(); i++) {
            MooringLine line = inputs.lines().get(i);
            if (!names.add(line.name())) {
                errors.add(FieldError.body("/lines/" + i + "/name", "is the name of an earlier line"));
            }
            if (line.fairlead().depthM() >= inputs.waterDepthM()) {
                errors.add(FieldError.body("/lines/" + i + "/fairlead/depthM", "must be above the seabed"));
            }
        }
        if ((long) inputs.lines().size() * inputs.headings().size() * (inputs.stepCount() + 1) > MOST_LINE_STATES) {
            errors.add(FieldError.body(
                    "/steps", "must be fewer: lines x headings x (steps + 1) must be at most " + MOST_LINE_STATES));
        }
        return errors;
    }

    @Override
    public MooringStatics run(Inputs inputs, Execution execution) throws InterruptedException {
        SpreadMooring mooring = new SpreadMooring(inputs.waterDepthM(), inputs.lines());
        SpreadMooring.Pull still = mooring.at(0, 0);
        List<OffsetCurve> curves = new ArrayList<>();
        for (double heading : inputs.headings()) {
            execution.progress(100 * curves.size() / inputs.headings().size(), "Heading " + heading + " degrees.");
            curves.add(curve(mooring, still, heading, inputs, execution));
        }
        return new MooringStatics(still.lines(), MooringStatics.Balance.of(still), curves);
    }

    private static OffsetCurve curve(
            SpreadMooring mooring, SpreadMooring.Pull still, double heading, Inputs inputs, Execution execution)
            throws InterruptedException {
        List<OffsetCurve.Point> points = new ArrayList<>(List.of(OffsetCurve.Point.of(still, heading, 0)));
        for (int step = 1; step <= inputs.stepCount(); step++) {
            execution.checkpoint();
            points.add(OffsetCurve.Point.of(mooring, heading, inputs.maxOffsetM() * step / inputs.stepCount()));
        }
        return new OffsetCurve(heading, points);
    }
}
