/** Judges the adapter for Telegram and the fake it is tried with by a published description of the Bot API. */
@NullMarked
package org.otklik.adapters.telegram.judge;

import org.jspecify.annotations.NullMarked;
