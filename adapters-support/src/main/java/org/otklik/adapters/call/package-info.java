/** Calls of one account: within its budget, with its errors told in the desk's words. */
@NullMarked
package org.otklik.adapters.call;

import org.jspecify.annotations.NullMarked;
