package org.otklik.id;

import java.util.Objects;
import java.util.regex.Pattern;

/** The one rule for ids that people write in region packs: lower-case Latin words joined by {@code . - _}. */
final class Slug {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+){0,15}");
    private static final int LONGEST = 80;

    private Slug() {}

    static String check(String value, String what) {
        Objects.requireNonNull(value, what);
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("The " + what + " id '" + value
                    + "' is not a slug: use lower-case Latin letters and digits joined by '.', '-' or '_', at most "
                    + LONGEST + " characters.");
        }
        return value;
    }
}
