/** Telling people what they should know, at least once. */
@NullMarked
package org.otklik.internal.notice;

import org.jspecify.annotations.NullMarked;
