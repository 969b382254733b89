/** What every piece of work shares: the desk's parts, one transaction, one incident under change. */
@NullMarked
package org.otklik.internal.unit;

import org.jspecify.annotations.NullMarked;
