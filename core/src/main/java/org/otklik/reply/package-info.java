/** Replies to people: drafts, their check and approval, their publication, and answers officials gave themselves. */
@NullMarked
package org.otklik.reply;

import org.jspecify.annotations.NullMarked;
