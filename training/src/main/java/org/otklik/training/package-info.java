/** Learns classifiers and routers from a region's own history. */
@NullMarked
package org.otklik.training;

import org.jspecify.annotations.NullMarked;
