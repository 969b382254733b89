/** Taking closed incidents of an earlier system over. */
@NullMarked
package org.otklik.internal.history;

import org.jspecify.annotations.NullMarked;
