package io.fairlead.testkit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a running service on real parts: PostgreSQL and Kafka, started once per JVM, with tokens signed by
 * {@link Tokens}. The service's tables are emptied before each test class.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Stereotype
@Singleton
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@ExtendWith(EmptyTables.class)
public @interface FairleadTest {}
