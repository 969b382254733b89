/** The desk that an authority embeds, the region it serves, and the small services through which people work. */
@NullMarked
package org.otklik;

import org.jspecify.annotations.NullMarked;
