/** What networks and hosts plug into the desk. */
@NullMarked
package org.otklik.spi;

import org.jspecify.annotations.NullMarked;
