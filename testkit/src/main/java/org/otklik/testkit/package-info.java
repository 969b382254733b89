/** Doubles without JUnit: networks and a storage in memory, a clock that is set, crashes at a numbered step. */
@NullMarked
package org.otklik.testkit;

import org.jspecify.annotations.NullMarked;
