/** VKontakte: reads walls, comments, searches and events, and answers as communities. */
@NullMarked
package org.otklik.adapters.vk;

import org.jspecify.annotations.NullMarked;
