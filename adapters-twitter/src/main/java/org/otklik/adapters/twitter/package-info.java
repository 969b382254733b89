/** Reads X, formerly Twitter, and answers there. */
@NullMarked
package org.otklik.adapters.twitter;

import org.jspecify.annotations.NullMarked;
