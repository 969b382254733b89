/** The smallest host: one post becomes an incident, is answered and published. */
@NullMarked
package org.otklik.examples.quickstart;

import org.jspecify.annotations.NullMarked;
