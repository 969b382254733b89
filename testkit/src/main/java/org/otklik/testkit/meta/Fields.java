package org.otklik.testkit.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields a call asks for, such as {@code id,from{id},replies.limit(50){text}}; immutable. */
final class Fields {

    /** One field with its arguments and what is wanted of the node behind it. */
    record Field(
            String name,
            Map<String, String> arguments,
            @Nullable Fields inner) {}

    private final List<Field> all;
    private final boolean flat;
    private final boolean flatAtTop;

    private Fields(List<Field> all) {
        this.all = List.copyOf(all);
        this.flat = all.stream().allMatch(Fields::isSteady);
        this.flatAtTop = all.stream().allMatch(field -> field.name.equals("parent") || isSteady(field));
    }

    static Fields parse(String text) {
        Reader reader = new Reader(text);
        Fields fields = reader.list();
        if (reader.at < text.length()) {
            throw reader.wrong();
        }
        return fields;
    }

    List<Field> all() {
        return all;
    }

    void require(Kind kind) {
        for (Field field : all) {
            kind.require(field.name);
        }
    }

    /** Whether a node looks the same until it changes itself; one at the top has no parent that could change. */
    boolean isFlat(Node node) {
        return flat || (flatAtTop && node.upper() == null);
    }

    private static boolean isSteady(Field field) {
        return switch (field.name) {
            case "comments", "replies" -> false;
            case "parent", "object", "media" -> isId(field.inner);
            default -> true;
        };
    }

    private static boolean isId(@Nullable Fields fields) {
        return fields != null
                && fields.all.size() == 1
                && fields.all.get(0).name.equals("id");
    }

    /** Reads from left to right. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Fields list() {
            List<Field> fields = new ArrayList<>();
            do {
                fields.add(field());
            } while (take(','));
            return new Fields(fields);
        }

        private Field field() {
            String name = name();
            Map<String, String> arguments = new HashMap<>();
            while (take('.')) {
                String argument = name();
                arguments.put(argument, value());
            }
            Fields inner = null;
            if (take('{')) {
                inner = list();
                need('}');
            }
            return new Field(name, Map.copyOf(arguments), inner);
        }

        private String name() {
            int from = at;
            while (at < text.length() && isLetter(text.charAt(at))) {
                at++;
            }
            if (from == at) {
                throw wrong();
            }
            return text.substring(from, at);
        }

        private static boolean isLetter(char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
        }

        private String value() {
            need('(');
            int end = text.indexOf(')', at);
            if (end < 0) {
                throw wrong();
            }
            String value = text.substring(at, end);
            at = end + 1;
            return value;
        }

        private boolean take(char letter) {
            boolean there = at < text.length() && text.charAt(at) == letter;
            at += there ? 1 : 0;
            return there;
        }

        private void need(char letter) {
            if (!take(letter)) {
                throw wrong();
            }
        }

        GraphError wrong() {
            return new GraphError(2500, 0, "Syntax error at character " + at + ": " + text);
        }
    }
}
