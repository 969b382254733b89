/** The storage on PostgreSQL and H2 beside bare statements, COPY and schedulers on the same server. */
@NullMarked
package org.otklik.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
