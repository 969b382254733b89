package org.otklik.testkit.meta;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** JSON as text, since a fake that is measured must not build trees for pages. */
final class Json {

    static final String TYPE = "application/json; charset=UTF-8";

    private Json() {}

    static void text(StringBuilder out, String plain) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(plain, out);
        out.append('"');
    }

    /** Begins a member of an object, with a comma unless it is the first. */
    static StringBuilder name(StringBuilder out, String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        return out.append('"').append(name).append("\":");
    }

    static void member(StringBuilder out, String name, String value) {
        text(name(out, name), value);
    }

    /** Escapes as Meta does: what is not ASCII by lower-case hexadecimal digits, and each slash. */
    static String escaped(String json) {
        StringBuilder out = new StringBuilder(json.length() * 2);
        for (int i = 0; i < json.length(); i++) {
            char letter = json.charAt(i);
            if (letter == '/') {
                out.append("\\/");
            } else if (letter < 0x80) {
                out.append(letter);
            } else {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit((letter >> shift) & 0xF, 16));
                }
            }
        }
        return out.toString();
    }
}
