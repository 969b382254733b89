/** The adapter of Odnoklassniki: one way from settings over the adapter to signed calls. */
@NullMarked
package org.otklik.adapters.ok;

import org.jspecify.annotations.NullMarked;
