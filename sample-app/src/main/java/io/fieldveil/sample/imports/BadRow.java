package io.fieldveil.sample.imports;

import io.fieldveil.sample.web.Refusal;

/**
 * A row that was not taken.
 *
 * @param line the line of the file on which the row starts, from 1
 * @param column the column at fault, or empty where it is the whole row
 * @param reason what is wrong and what would be right; never the value
 */
public record BadRow(long line, String column, Refusal reason) {}
