package org.otklik.architecture.broken.clock;

import java.time.Instant;
import java.util.Date;
import java.util.ServiceLoader;

/** Does what no library should. */
public final class HouseOfSins {

    private static int calls;

    private HouseOfSins() {}

    public static Thread sin() {
        calls++;
        System.out.println(Date.from(Instant.now()) + " " + calls);
        return new Thread(() -> ServiceLoader.load(Runnable.class).forEach(Runnable::run));
    }
}
