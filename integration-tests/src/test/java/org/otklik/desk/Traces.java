package org.otklik.desk;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every text that can be found in a storage, and what of a word stands among them in any guise. */
public final class Traces {

    private Traces() {}

    /**
     * The columns of all rows of all tables.
     *
     * @param dataSource of the database
     * @return each with its name
     * @throws SQLException if the database cannot be read
     */
    public static List<String> inDatabase(DataSource dataSource) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : tables(connection)) {
                try (var statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            found.add(table + "." + rows.getMetaData().getColumnName(i) + ": " + rows.getString(i));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    /**
     * The texts of all objects that can be reached from a root.
     *
     * @param root often a storage
     * @return in any order
     */
    public static List<String> inMemory(Object root) {
        List<String> found = new ArrayList<>();
        walk(root, Collections.newSetFromMap(new IdentityHashMap<>()), found);
        return found;
    }

    private static void walk(@Nullable Object at, Set<Object> seen, List<String> found) {
        if (at == null || !seen.add(at)) {
            return;
        }
        if (at instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                walk(key, seen, found);
                walk(value, seen, found);
            });
        } else if (at instanceof Iterable<?> many) {
            many.forEach(one -> walk(one, seen, found));
        } else if (at instanceof Optional<?> maybe) {
            maybe.ifPresent(one -> walk(one, seen, found));
        } else if (at.getClass().getName().startsWith("org.otklik.") && !(at instanceof Enum<?>)) {
            fields(at.getClass()).forEach(field -> walk(value(field, at), seen, found));
        } else {
            found.add(at.toString());
        }
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, one -> one != null && one != Object.class, Class::getSuperclass)
                .flatMap(one -> Stream.of(one.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static @Nullable Object value(Field field, Object at) {
        try {
            field.setAccessible(true);
            return field.get(at);
        } catch (IllegalAccessException closed) {
            throw new AssertionError(closed);
        }
    }

    /**
     * Lists the texts that hold a word: plain, in any case, base64 at any offset, or URL-encoded.
     *
     * @param word to look for
     * @param texts where
     * @return those that hold it
     */
    public static List<String> of(String word, List<String> texts) {
        List<String> guises = guises(word);
        return texts.stream()
                .filter(text -> {
                    String lower = text.toLowerCase(Locale.ROOT);
                    return guises.stream()
                            .anyMatch(guise -> text.contains(guise) || lower.contains(guise.toLowerCase(Locale.ROOT)));
                })
                .toList();
    }

    private static List<String> guises(String word) {
        List<String> guises = new ArrayList<>(List.of(
                word,
                URLEncoder.encode(word, StandardCharsets.UTF_8),
                new StringBuilder(word).reverse().toString()));
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            int usable = (bytes.length - offset) / 3 * 3;
            byte[] middle = new byte[usable];
            System.arraycopy(bytes, offset, middle, 0, usable);
            guises.add(Base64.getEncoder().encodeToString(middle));
        }
        return guises;
    }
}
