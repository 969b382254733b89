package org.otklik.storage.jdbc;

import java.util.function.Function;

/**
 * How objects become changed rows; immutable.
 *
 * @param change what is done to the rows
 * @param key what tells one object from another that changes other rows
 * @param binder gives the values of the columns, in order
 */
record Writing<T>(Change change, Function<T, Object> key, Session.ItemBinder<T> binder) {}
