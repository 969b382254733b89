/** The region's places and how a post is located among them, with ranked candidates and reasons. */
@NullMarked
package org.otklik.place;

import org.jspecify.annotations.NullMarked;
