package org.otklik.storage.jdbc;

/**
 * A setting of the database that weakens what the desk promises; immutable.
 *
 * @param code stable and short, such as {@code synchronous-commit-off}
 * @param message what may happen, and what to set
 */
public record StorageWarning(String code, String message) {}
