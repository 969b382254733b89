/** How often and for how much an account may call: buckets, daily quotas, money, rests. */
@NullMarked
package org.otklik.adapters.budget;

import org.jspecify.annotations.NullMarked;
