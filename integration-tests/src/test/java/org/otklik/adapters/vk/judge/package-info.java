/** Judges the adapter for VKontakte and the fake it is tried with by the published schema of the API. */
@NullMarked
package org.otklik.adapters.vk.judge;

import org.jspecify.annotations.NullMarked;
