/** How well places are found: case forms by paradigms of their own, written negatives, real appeals of another region. */
@NullMarked
package org.otklik.benchmarks.place;

import org.jspecify.annotations.NullMarked;
