/** Telling a host's other systems what happens, by signed calls; and the check that their side needs. */
@NullMarked
package org.otklik.adapters.webhook;

import org.jspecify.annotations.NullMarked;
