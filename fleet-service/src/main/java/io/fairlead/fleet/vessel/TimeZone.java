package io.fairlead.fleet.vessel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

/** The text names a zone of the IANA time zone database. Null is valid. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZone.Validator.class)
public @interface TimeZone {

    String message() default "must be an IANA time zone such as Europe/Oslo";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the zone up. */
    class Validator implements ConstraintValidator<TimeZone, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || ZoneId.getAvailableZoneIds().contains(text);
        }
    }
}
