/** A fake of Facebook and Instagram that speaks their Graph API over HTTP. */
@NullMarked
package org.otklik.testkit.meta;

import org.jspecify.annotations.NullMarked;
