/** The numbers that documents claim, measured beside their peers: {@code benchmarks/run NAME}. */
@NullMarked
package org.otklik.benchmarks;

import org.jspecify.annotations.NullMarked;
