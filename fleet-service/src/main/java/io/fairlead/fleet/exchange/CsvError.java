package io.fairlead.fleet.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is wrong with a file.
 *
 * @param line where the row begins, counted from 1
 * @param column the name of the column, or null when the whole row is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CsvError(long line, String column, String detail) {}
