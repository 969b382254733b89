/** Erasure, and the proof that nothing else was touched. */
@NullMarked
package org.otklik.internal.privacy;

import org.jspecify.annotations.NullMarked;
