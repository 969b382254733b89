/** What happened, told to a host's other systems. */
@NullMarked
package org.otklik.internal.feed;

import org.jspecify.annotations.NullMarked;
