/** How posts come in: polled, sent by webhooks, or registered by hand; stored before anything is decided. */
@NullMarked
package org.otklik.internal.intake;

import org.jspecify.annotations.NullMarked;
