package org.otklik.architecture.broken.adapters.two;

/** An adapter that minds its own business. */
public final class TwoAdapter {

    private TwoAdapter() {}

    public static String name() {
        return "two";
    }
}
