/** Who must act: responsible bodies, the accounts that speak for them, and the table that routes a matter to its body. */
@NullMarked
package org.otklik.route;

import org.jspecify.annotations.NullMarked;
