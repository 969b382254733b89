/** What the networks show: posts and comments, with their discussion, revisions and media. */
@NullMarked
package org.otklik.post;

import org.jspecify.annotations.NullMarked;
