/** Deadlines: only what is due is touched. */
@NullMarked
package org.otklik.internal.sweep;

import org.jspecify.annotations.NullMarked;
