/**
 * How long an answer may take: work calendars, named clocks that are folds of their events, and the policies that set
 * their targets.
 */
@NullMarked
package org.otklik.sla;

import org.jspecify.annotations.NullMarked;
