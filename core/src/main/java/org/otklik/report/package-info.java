/** Reports as of an instant: counts, answers in time, two rankings, outcomes of instructions, and their exports. */
@NullMarked
package org.otklik.report;

import org.jspecify.annotations.NullMarked;
