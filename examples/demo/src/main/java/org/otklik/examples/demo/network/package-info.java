/** Networks that live in memory, misbehave on purpose, and remember in a file what they were told to show. */
@NullMarked
package org.otklik.examples.demo.network;

import org.jspecify.annotations.NullMarked;
