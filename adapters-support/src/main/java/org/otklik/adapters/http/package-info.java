/** The one way out to a network: bounded in time and size, through the host's proxy and trust. */
@NullMarked
package org.otklik.adapters.http;

import org.jspecify.annotations.NullMarked;
