/** When each source is read, and what each query brings. */
@NullMarked
package org.otklik.adapters.watch;

import org.jspecify.annotations.NullMarked;
