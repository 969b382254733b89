/** A fake of VKontakte over real HTTP: walls, comments, search, events, limits and errors as API 5.199 has them. */
@NullMarked
package org.otklik.testkit.vk;

import org.jspecify.annotations.NullMarked;
