/** The case: its events, its state machine, its immutable snapshot, and how to ask for many of them. */
@NullMarked
package org.otklik.incident;

import org.jspecify.annotations.NullMarked;
