package io.fairlead.job;

import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** A process of two outputs. */
@Singleton
public class Two implements Process<Two.Inputs, Two.Outputs> {

    /** Nothing. */
    public record Inputs() {}

    /** A number and an object. */
    public record Outputs(int one, Map<String, List<Boolean>> two) {}

    @Override
    public String id() {
        return "two";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public Outputs run(Inputs inputs, Execution execution) {
        return new Outputs(1, Map.of("b", List.of(true)));
    }
}
