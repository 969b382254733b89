package org.otklik.internal.region;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.otklik.sla.InvalidSlaException;

/**
 * One object of a JSON file or one row of a table: reads its values, notes what is wrong with them, and builds nothing
 * from an entry with a mistake. For one thread.
 */
final class Entry {

    private final String file;
    private final Value.Fields values;
    private final Mistakes mistakes;
    private final Set<String> known = new HashSet<>();
    private boolean sound = true;

    Entry(String file, Value.Fields values, Mistakes mistakes) {
        this.file = file;
        this.values = values;
        this.mistakes = mistakes;
    }

    int line() {
        return values.line();
    }

    String file() {
        return file;
    }

    boolean isSound() {
        return sound;
    }

    /** Notes a mistake of this entry, which will therefore build nothing. */
    void wrong(String code, Object... args) {
        sound = false;
        mistakes.note(file, line(), code, args);
    }

    /** Notes a mistake on the line of one value. */
    private void wrongAt(String name, String code, Object... args) {
        sound = false;
        Value value = values.fields().get(name);
        mistakes.note(file, value == null ? line() : value.line(), code, args);
    }

    Optional<String> text(String name) {
        known.add(name);
        Value value = values.fields().get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Value.Text text) {
            return Optional.of(text.text().strip()).filter(found -> !found.isEmpty());
        }
        wrongAt(name, "value.text", name);
        return Optional.empty();
    }

    String required(String name) {
        return text(name).orElseGet(() -> {
            Value value = values.fields().get(name);
            if (value == null || value instanceof Value.Text) {
                wrongAt(name, "field.missing", name);
            }
            return "";
        });
    }

    /** Reads a value that may be absent; the expectation names a text of the mistake, such as {@code value.date}. */
    <T> Optional<T> optional(String name, Function<String, T> parser, String expectation, Object... more) {
        return text(name).flatMap(found -> parsed(name, found, parser, expectation, more));
    }

    /** Reads a value that must be there; empty only after a mistake was noted. */
    <T> Optional<T> needed(String name, Function<String, T> parser, String expectation, Object... more) {
        String found = required(name);
        return found.isEmpty() ? Optional.empty() : parsed(name, found, parser, expectation, more);
    }

    private <T> Optional<T> parsed(
            String name, String found, Function<String, T> parser, String expectation, Object... more) {
        try {
            return Optional.of(parser.apply(found));
        } catch (IllegalArgumentException | DateTimeException e) {
            List<Object> args = new ArrayList<>(List.of(name, found));
            args.addAll(Arrays.asList(more));
            wrongAt(name, expectation, args.toArray());
            return Optional.empty();
        }
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return needed(name, found -> Enum.valueOf(type, found), "value.choice", names(type));
    }

    <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
        return optional(name, found -> Enum.valueOf(type, found), "value.choice", names(type));
    }

    <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        return new HashSet<>(list(name, found -> Enum.valueOf(type, found), "value.choice", names(type)));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** Looks at a text without taking it for read. */
    Optional<String> peek(String name) {
        return values.fields().get(name) instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    boolean flag(String name) {
        return optional(name, Entry::yes, "value.flag").orElse(false);
    }

    private static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Reads a JSON list of texts, or a cell whose parts are joined by {@code |}. */
    List<String> texts(String name) {
        known.add(name);
        Value value = values.fields().get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Value.Text text) {
            return Arrays.stream(text.text().split("\\|", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
        if (value instanceof Value.Items items && items.items().stream().allMatch(item -> item instanceof Value.Text)) {
            return items.items().stream()
                    .map(item -> ((Value.Text) item).text())
                    .toList();
        }
        wrongAt(name, "value.texts", name);
        return List.of();
    }

    <T> List<T> list(String name, Function<String, T> parser, String expectation, Object... more) {
        return texts(name).stream()
                .flatMap(found -> parsed(name, found, parser, expectation, more).stream())
                .toList();
    }

    Optional<Entry> object(String name) {
        known.add(name);
        Value value = values.fields().get(name);
        if (value instanceof Value.Fields fields) {
            return Optional.of(new Entry(file, fields, mistakes));
        }
        if (value != null) {
            wrongAt(name, "value.object", name);
        }
        return Optional.empty();
    }

    List<Entry> objects(String name) {
        known.add(name);
        Value value = values.fields().get(name);
        if (!(value instanceof Value.Items items)) {
            wrongAt(name, "value.objects", name);
            return List.of();
        }
        List<Entry> found = new ArrayList<>();
        for (Value item : items.items()) {
            if (item instanceof Value.Fields fields) {
                found.add(new Entry(file, fields, mistakes));
            } else {
                mistakes.note(file, item.line(), "value.objects", name);
            }
        }
        return found;
    }

    /** Reads a list of objects that may be absent. */
    List<Entry> optionalObjects(String name) {
        known.add(name);
        return values.fields().containsKey(name) ? objects(name) : List.of();
    }

    /** Reads the objects of a file that holds one list and nothing else. */
    List<Entry> objectsOnly(String name) {
        List<Entry> found = objects(name);
        build(() -> name);
        return found;
    }

    /** Builds something from this entry unless a mistake was noted; names of fields that nobody asked for are mistakes. */
    <T> Optional<T> build(Supplier<T> builder) {
        values.fields().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrongAt(name, "field.unknown", name));
        if (!sound) {
            return Optional.empty();
        }
        try {
            return Optional.of(builder.get());
        } catch (InvalidSlaException e) {
            e.mistakes().forEach(mistake -> wrong("entry.rejected", mistake));
        } catch (IllegalArgumentException e) {
            wrong("entry.rejected", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }
}
