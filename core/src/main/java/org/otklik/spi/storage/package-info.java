/** What a storage must keep for the desk, and how transactions, leases and versions behave. */
@NullMarked
package org.otklik.spi.storage;

import org.jspecify.annotations.NullMarked;
