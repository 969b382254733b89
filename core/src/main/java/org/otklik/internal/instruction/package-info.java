/** The commands on instructions. */
@NullMarked
package org.otklik.internal.instruction;

import org.jspecify.annotations.NullMarked;
