/** Drafts, approval, and answers that officials gave themselves. */
@NullMarked
package org.otklik.internal.reply;

import org.jspecify.annotations.NullMarked;
