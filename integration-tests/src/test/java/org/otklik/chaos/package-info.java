/** Real processes with desks, a real server, a real wire; killed, cut, frozen, filled up; and what must hold after it. */
@NullMarked
package org.otklik.chaos;

import org.jspecify.annotations.NullMarked;
