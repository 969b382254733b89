/** The decisions of persons on posts. */
@NullMarked
package org.otklik.internal.review;

import org.jspecify.annotations.NullMarked;
