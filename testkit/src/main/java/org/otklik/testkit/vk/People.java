package org.otklik.testkit.vk;

import java.util.HashMap;
import java.util.Map;

/** Invented names of users; guarded by the lock of its {@link Site}. */
final class People {

    private static final String[] FIRST = {"Анна", "Ольга", "Мария", "Елена", "Ирина"};
    private static final String[] LAST = {"Петрова", "Соколова", "Волкова", "Зайцева", "Лебедева"};

    private final Map<Long, String> written = new HashMap<>();

    String json(long id) {
        return written.computeIfAbsent(id, People::write);
    }

    private static String write(long id) {
        return new JsonText()
                .put("id", id)
                .put("first_name", FIRST[(int) (id % FIRST.length)])
                .put("last_name", LAST[(int) (id / FIRST.length % LAST.length)])
                .put("can_access_closed", true)
                .put("is_closed", false)
                .end();
    }
}
