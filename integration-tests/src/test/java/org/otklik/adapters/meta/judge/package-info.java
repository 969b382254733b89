/** Judges what passes between the adapter of Facebook and Instagram and their fake by Meta's published descriptions. */
@NullMarked
package org.otklik.adapters.meta.judge;

import org.jspecify.annotations.NullMarked;
