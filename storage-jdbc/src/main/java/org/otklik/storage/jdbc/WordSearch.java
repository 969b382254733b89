package org.otklik.storage.jdbc;

/**
 * A way to find the incidents with certain words; immutable.
 *
 * @param sql a query for the column {@code incident}, each incident once
 * @param binder sets its parameters
 */
record WordSearch(String sql, Session.Binder binder) {}
