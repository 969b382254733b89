package org.otklik.internal.unit;

import java.util.regex.Pattern;

/** Events stay for ever, so nothing but a code is taken from the words of adapters. */
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final String UNCLEAR = "UNCLEAR";

    private Codes() {}

    /** Returns the words if they are a code, else that they are none. */
    public static String of(String words) {
        return CODE.matcher(words).matches() ? words : UNCLEAR;
    }
}
