package org.otklik.storage.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One change of the tables; immutable.
 *
 * @param version 1 for the first
 * @param name such as {@code V001__first_tables}
 * @param script its SQL
 */
record Migration(int version, String name, String script) {

    private static final Pattern TABLE = Pattern.compile("(?m)^CREATE TABLE (?:IF NOT EXISTS )?(\\w+)");
    private static final Pattern INDEX = Pattern.compile("(?m)^CREATE INDEX (?:IF NOT EXISTS )?(\\w+)");

    // Listed, because a module cannot list its resources; a released one never changes.
    private static final List<String> NAMES =
            List.of("V001__first_tables", "V002__search_archive_access", "V004__notices");

    /** Reads all migrations of a dialect, in order. */
    static List<Migration> all(Dialect dialect) {
        List<Migration> migrations = new ArrayList<>();
        for (String name : NAMES) {
            migrations.add(new Migration(migrations.size() + 1, name, read(dialect.folder() + "/" + name + ".sql")));
        }
        return List.copyOf(migrations);
    }

    private static String read(String resource) {
        try (InputStream input = Migration.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("The jar of otklik-storage-jdbc lacks " + resource + ".");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + resource + " of otklik-storage-jdbc", failure);
        }
    }

    /** Returns the statements without their comments. */
    List<String> statements() {
        String bare =
                script.lines().filter(line -> !line.strip().startsWith("--")).collect(Collectors.joining("\n"));
        return Arrays.stream(bare.split(";\\s*(\\n|$)", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Returns the table that the script creates last: where it is, the script has run to its end, or almost. */
    String lastTable() {
        List<String> created = tables();
        return created.get(created.size() - 1);
    }

    /** Returns the names of the tables that the script creates. */
    List<String> tables() {
        return TABLE.matcher(script).results().map(match -> match.group(1)).toList();
    }

    /** Returns the names of the indexes that the script creates. */
    List<String> indexes() {
        return INDEX.matcher(script).results().map(match -> match.group(1)).toList();
    }

    /** Returns a hash of the script, by which a change after the release is noticed. */
    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }
}
