/** A storage in H2 or PostgreSQL by plain JDBC, over the host's own data source. */
@NullMarked
package org.otklik.storage.jdbc;

import org.jspecify.annotations.NullMarked;
