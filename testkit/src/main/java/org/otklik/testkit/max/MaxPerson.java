package org.otklik.testkit.max;

/** A user or bot; immutable. */
record MaxPerson(long id, String name, boolean bot) {}
