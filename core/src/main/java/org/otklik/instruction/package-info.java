/** Instructions (поручения) of the head of the region, and what became of them. */
@NullMarked
package org.otklik.instruction;

import org.jspecify.annotations.NullMarked;
