package org.otklik.adapters.meta.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call asks for by {@code fields}; immutable.
 *
 * @param fields by name
 */
record Asked(Map<String, Field> fields) {

    /**
     * One field.
     *
     * @param arguments such as {@code limit} of {@code comments.limit(5)}
     * @param inner what is asked of the node behind it
     */
    record Field(Map<String, String> arguments, Optional<Asked> inner) {}

    static Asked of(String text) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String part : parts(text)) {
            int brace = part.indexOf('{');
            String head = brace < 0 ? part : part.substring(0, brace);
            Optional<Asked> inner = brace < 0 ? Optional.empty() : Optional.of(of(inside(part, brace)));
            int dot = head.indexOf('.');
            String name = dot < 0 ? head : head.substring(0, dot);
            if (fields.put(name, new Field(arguments(dot < 0 ? "" : head.substring(dot)), inner)) != null) {
                throw new AssertionError(name + " is asked for twice.");
            }
        }
        return new Asked(fields);
    }

    private static String inside(String part, int brace) {
        if (!part.endsWith("}")) {
            throw new AssertionError(part + " is no field.");
        }
        return part.substring(brace + 1, part.length() - 1);
    }

    /** Cuts at commas that stand in no brackets. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '{' || letter == '(') {
                depth++;
            } else if (letter == '}' || letter == ')') {
                depth--;
            } else if (letter == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        if (depth != 0) {
            throw new AssertionError(text + " has a bracket too many or too few.");
        }
        return parts;
    }

    private static Map<String, String> arguments(String text) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String rest = text; !rest.isEmpty(); rest = rest.substring(rest.indexOf(')') + 1)) {
            int open = rest.indexOf('(');
            int close = rest.indexOf(')');
            if (!rest.startsWith(".") || open < 2 || close < open) {
                throw new AssertionError(text + " are no arguments.");
            }
            arguments.put(rest.substring(1, open), rest.substring(open + 1, close));
        }
        return arguments;
    }
}
