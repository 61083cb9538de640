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

/** The text is an IMO number with a right check digit. Null is valid. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Imo.Validator.class)
public @interface Imo {

    String message() default "must be seven digits with a right check digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link ImoNumber}. */
    class Validator implements ConstraintValidator<Imo, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || ImoNumber.isValid(text);
        }
    }
}
