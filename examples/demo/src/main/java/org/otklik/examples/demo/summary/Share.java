package org.otklik.examples.demo.summary;

import java.util.Locale;

/** How many of how many, shown with both numbers. */
final class Share {

    private int part;
    private int whole;

    void count(boolean counted) {
        whole++;
        if (counted) {
            part++;
        }
    }

    int part() {
        return part;
    }

    int whole() {
        return whole;
    }

    double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    @Override
    public String toString() {
        return whole == 0 ? "нет" : String.format(Locale.ROOT, "%d / %d = %.0f %%", part, whole, value() * 100);
    }
}
