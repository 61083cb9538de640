package io.fairlead.fleet;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** The time or date is in the years 1 to 9999, as RFC 3339 can write them. Null is valid. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CommonEra.Validator.class)
public @interface CommonEra {

    String message() default "must be in the years 0001 to 9999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the year in UTC. */
    class Validator implements ConstraintValidator<CommonEra, TemporalAccessor> {

        private static final int LAST_YEAR = 9999;

        @Override
        public boolean isValid(TemporalAccessor time, ConstraintValidatorContext context) {
            if (time == null) {
                return true;
            }
            int year = time instanceof Instant instant
                    ? instant.atOffset(ZoneOffset.UTC).getYear()
                    : LocalDate.from(time).get(ChronoField.YEAR);
            return year >= 1 && year <= LAST_YEAR;
        }
    }
}
