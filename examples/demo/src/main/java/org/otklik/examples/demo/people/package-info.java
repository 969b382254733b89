/** The people of the day, played by a script that decides by the number of an incident, so that runs repeat. */
@NullMarked
package org.otklik.examples.demo.people;

import org.jspecify.annotations.NullMarked;
