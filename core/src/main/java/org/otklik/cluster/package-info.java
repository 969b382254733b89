/** Finds incidents that a new post repeats: copies and near-copies to attach, look-alikes to suggest. */
@NullMarked
package org.otklik.cluster;

import org.jspecify.annotations.NullMarked;
