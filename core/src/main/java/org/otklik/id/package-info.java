/** Typed identifiers that several packages share; values only, no behaviour. */
@NullMarked
package org.otklik.id;

import org.jspecify.annotations.NullMarked;
