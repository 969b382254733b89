/**
 * Reads Facebook pages and Instagram accounts and answers there.
 *
 * <p>Nothing enables this by itself: a host that is allowed to use these networks adds the jar and gives the desk an adapter.
 */
@NullMarked
package org.otklik.adapters.meta;

import org.jspecify.annotations.NullMarked;
