/** A region's day in virtual time: how long after its publication is a post captured? */
@NullMarked
package org.otklik.benchmarks.lag;

import org.jspecify.annotations.NullMarked;
