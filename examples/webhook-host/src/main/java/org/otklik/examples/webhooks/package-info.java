/** A host that takes webhooks with nothing but the server of the JDK. */
@NullMarked
package org.otklik.examples.webhooks;

import org.jspecify.annotations.NullMarked;
