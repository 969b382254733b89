/** Telling other systems what happens. */
@NullMarked
package org.otklik.adapters.webhook;

import org.jspecify.annotations.NullMarked;
