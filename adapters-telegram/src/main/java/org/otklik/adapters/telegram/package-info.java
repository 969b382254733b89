/** The adapter of Telegram: one way from updates, polled or delivered, to posts, and from approved texts to messages. */
@NullMarked
package org.otklik.adapters.telegram;

import org.jspecify.annotations.NullMarked;
