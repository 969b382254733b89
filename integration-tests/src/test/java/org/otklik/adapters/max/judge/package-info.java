/** The published schema of MAX as a judge of adapter and fake. */
@NullMarked
package org.otklik.adapters.max.judge;

import org.jspecify.annotations.NullMarked;
