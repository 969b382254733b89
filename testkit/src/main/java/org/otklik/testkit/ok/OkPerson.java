package org.otklik.testkit.ok;

/**
 * Who writes in the fake; immutable.
 *
 * @param id digits
 * @param name as shown
 * @param group whether it is a group that speaks
 */
record OkPerson(String id, String name, boolean group) {

    String ref() {
        return (group ? "group:" : "user:") + id;
    }
}
