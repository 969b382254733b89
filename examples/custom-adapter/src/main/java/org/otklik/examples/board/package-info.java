/** An adapter for a network of one's own, and a desk that uses it. */
@NullMarked
package org.otklik.examples.board;

import org.jspecify.annotations.NullMarked;
