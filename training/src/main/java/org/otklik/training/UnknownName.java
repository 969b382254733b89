package org.otklik.training;

/**
 * A name in an earlier system's table that says nothing here, and how often it stands there; immutable.
 *
 * @param field in which column
 * @param name as it stands there
 * @param count in how many rows
 */
public record UnknownName(ImportField field, String name, long count) {}
