/** A fake of MAX that speaks the protocol of its bots over HTTP. */
@NullMarked
package org.otklik.testkit.max;

import org.jspecify.annotations.NullMarked;
