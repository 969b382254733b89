package org.otklik.architecture.broken.spi;

/** Sends past the one class that may, from within a lambda. */
public final class SecondSender {

    private SecondSender() {}

    public static Runnable send(Adapter adapter) {
        return () -> adapter.publish("text");
    }
}
