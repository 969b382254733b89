package org.otklik.testkit.x;

import java.util.Set;

/** Somebody on X; what changes is volatile. */
final class XUser {

    final String id;
    final String handle;
    volatile boolean isProtected;

    XUser(String id, String handle) {
        this.id = id;
        this.handle = handle;
    }

    String json(Set<String> fields) {
        return "{\"id\":\"" + id + "\",\"name\":" + Json.text(handle) + ",\"username\":" + Json.text(handle)
                + (fields.contains("protected") ? ",\"protected\":" + isProtected : "")
                + (fields.contains("verified") ? ",\"verified\":false" : "") + "}";
    }
}
