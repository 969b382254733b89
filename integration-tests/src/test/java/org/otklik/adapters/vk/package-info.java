/** The adapter for VKontakte against a faked VKontakte: the contract kit, and a desk at work. */
@NullMarked
package org.otklik.adapters.vk;

import org.jspecify.annotations.NullMarked;
