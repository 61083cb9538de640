package io.fairlead.kube;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which tools a test runs. Without one of them the test is skipped, and says so; with {@code -Dfairlead.tools=all}, as
 * {@code .ci/run} tests, it is run and fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(Needs.Condition.class)
@interface Needs {

    String[] value();

    /** Decides by the system properties that {@code deploy/kube/tools} prints. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<String> missing = context.getElement()
                    .map(element -> element.getAnnotation(Needs.class))
                    .map(needs -> Stream.of(needs.value())
                            .filter(name -> !Tools.has(name))
                            .toList())
                    .orElse(List.of());
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("every tool is there");
            }
            String command = "deploy/kube/tools " + String.join(" ", missing);
            if ("all".equals(System.getProperty("fairlead.tools"))) {
                return ConditionEvaluationResult.enabled("fails for want of " + command);
            }
            System.err.printf("%s is skipped: $(%s) gets what it needs%n", context.getDisplayName(), command);
            return ConditionEvaluationResult.disabled(command);
        }
    }
}
