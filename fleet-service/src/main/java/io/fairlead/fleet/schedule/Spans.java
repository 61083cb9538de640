package io.fairlead.fleet.schedule;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A schedule ends after it starts, and so does each activity, within the schedule. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Spans.Validator.class)
public @interface Spans {

    String message() default "must be after the start";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names each end that is wrong. What is missing is another constraint's business. */
    class Validator implements ConstraintValidator<Spans, NewSchedule> {

        @Override
        public boolean isValid(NewSchedule schedule, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            if (schedule.start() == null || schedule.end() == null) {
                return true;
            }
            boolean valid = true;
            if (!isAfter(schedule.end(), schedule.start())) {
                context.buildConstraintViolationWithTemplate("must be after the start")
                        .addPropertyNode("end")
                        .addConstraintViolation();
                valid = false;
            }
            List<Activity> activities = schedule.activities() == null ? List.of() : schedule.activities();
            for (int i = 0; i < activities.size(); i++) {
                valid &= isValid(schedule, activities.get(i), i, context);
            }
            return valid;
        }

        private static boolean isValid(
                NewSchedule schedule, Activity activity, int index, ConstraintValidatorContext context) {
            if (activity == null || activity.start() == null || activity.end() == null) {
                return true;
            }
            if (!isAfter(activity.end(), activity.start())) {
                return refuse(context, index, "end", "must be after the start");
            }
            if (activity.start().isBefore(schedule.start())) {
                return refuse(context, index, "start", "must not be before the schedule's");
            }
            return !activity.end().isAfter(schedule.end())
                    || refuse(context, index, "end", "must not be after the schedule's");
        }

        private static boolean refuse(ConstraintValidatorContext context, int index, String field, String message) {
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode("activities")
                    .addPropertyNode(field)
                    .inIterable()
                    .atIndex(index)
                    .addConstraintViolation();
            return false;
        }

        private static boolean isAfter(Instant end, Instant start) {
            return end.truncatedTo(ChronoUnit.MICROS).isAfter(start.truncatedTo(ChronoUnit.MICROS));
        }
    }
}
