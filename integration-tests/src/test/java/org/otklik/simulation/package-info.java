/** Whole desks, their storage, network and clock played by dice in one thread, thousands of steps a second. */
@NullMarked
package org.otklik.simulation;

import org.jspecify.annotations.NullMarked;
