/** Judges the adapter for X and the fake it is tried with by both published OpenAPI descriptions. */
@NullMarked
package org.otklik.adapters.twitter.judge;

import org.jspecify.annotations.NullMarked;
