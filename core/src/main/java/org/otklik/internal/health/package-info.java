/** How accounts are: gathered from what reading and sending meet, kept in the storage, told once. */
@NullMarked
package org.otklik.internal.health;

import org.jspecify.annotations.NullMarked;
