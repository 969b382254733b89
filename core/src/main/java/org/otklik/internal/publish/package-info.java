/** The only way out: approved replies, one attempt at a time, with proof of what became of each. */
@NullMarked
package org.otklik.internal.publish;

import org.jspecify.annotations.NullMarked;
