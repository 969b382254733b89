/** What all networks have in common when they go wrong: storms, dead tokens, broken lines, secrets, shadows. */
@NullMarked
package org.otklik.adapters.storm;

import org.jspecify.annotations.NullMarked;
