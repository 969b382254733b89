/** A fake of Odnoklassniki that speaks its protocol over HTTP. */
@NullMarked
package org.otklik.testkit.ok;

import org.jspecify.annotations.NullMarked;
