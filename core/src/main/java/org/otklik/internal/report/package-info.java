/** Reads what a report counts, as it stood at an instant. */
@NullMarked
package org.otklik.internal.report;

import org.jspecify.annotations.NullMarked;
