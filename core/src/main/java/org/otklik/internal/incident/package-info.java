/** The commands on incidents: guard, events, clocks, in one transaction each. */
@NullMarked
package org.otklik.internal.incident;

import org.jspecify.annotations.NullMarked;
