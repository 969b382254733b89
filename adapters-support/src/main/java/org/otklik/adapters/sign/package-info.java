/** Keyed hashes and comparisons that tell an attacker nothing. */
@NullMarked
package org.otklik.adapters.sign;

import org.jspecify.annotations.NullMarked;
