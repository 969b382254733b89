/** A day in the region, replayed: from posts in four networks to answers, a summary and a report. */
@NullMarked
package org.otklik.examples.demo;

import org.jspecify.annotations.NullMarked;
