/** Networks faked over real HTTP on the loopback interface: the server, its requests and answers, its misbehaviour. */
@NullMarked
package org.otklik.testkit.wire;

import org.jspecify.annotations.NullMarked;
