/** The adapter of Telegram, examined with its fake. */
@NullMarked
package org.otklik.adapters.telegram;

import org.jspecify.annotations.NullMarked;
