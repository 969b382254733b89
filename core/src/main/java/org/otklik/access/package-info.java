/** Who may do what: actors, roles, operations, and the answer to a command that may not happen. */
@NullMarked
package org.otklik.access;

import org.jspecify.annotations.NullMarked;
