/** A fake of Telegram's Bot API that speaks its protocol over HTTP. */
@NullMarked
package org.otklik.testkit.telegram;

import org.jspecify.annotations.NullMarked;
