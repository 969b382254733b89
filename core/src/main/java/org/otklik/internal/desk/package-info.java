/** The desk put together: its parts, its transactions, its three steps. */
@NullMarked
package org.otklik.internal.desk;

import org.jspecify.annotations.NullMarked;
