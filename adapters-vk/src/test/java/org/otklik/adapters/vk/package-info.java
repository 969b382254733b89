/** Tests of the parts of the VK adapter alone. */
@NullMarked
package org.otklik.adapters.vk;

import org.jspecify.annotations.NullMarked;
