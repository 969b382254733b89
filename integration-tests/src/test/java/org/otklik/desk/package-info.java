/** The desk at work: every promise of its state machines, its publishing and its privacy, tried as a whole. */
@NullMarked
package org.otklik.desk;

import org.jspecify.annotations.NullMarked;
