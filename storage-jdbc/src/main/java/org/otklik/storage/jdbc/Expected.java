package org.otklik.storage.jdbc;

import java.util.List;
import org.otklik.spi.storage.StaleVersionException;

/**
 * The version in which something must still be; immutable.
 *
 * @param what such as {@code incident 01j…}
 * @param version the version that was read
 */
record Expected(String what, long version) {

    /** Says that one of these was changed; which one, the database does not tell. */
    static StaleVersionException stale(List<Expected> all) {
        Expected first = all.get(0);
        int others = all.size() - 1;
        String what = others == 0 ? first.what() : first.what() + " or one of " + others + " written with it";
        return new StaleVersionException(what, first.version());
    }
}
