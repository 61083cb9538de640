package io.fairlead.core.problem;

/** Marks a bean of query parameters, so that a violation in it is reported as a parameter and not as a body field. */
public interface ParameterBean {}
