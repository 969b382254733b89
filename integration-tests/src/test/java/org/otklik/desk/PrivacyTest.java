package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.otklik.storage.Databases;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryStorage;
import org.postgresql.ds.PGSimpleDataSource;

/** What is left of an author: before erasure only where it must be, afterwards nowhere, while counts and chain stay (P21). */
class PrivacyTest {

    private static final List<String> SECRETS = List.of(CanaryRun.HANDLE, CanaryRun.NAME, CanaryRun.WORD);

    @Test
    void an_erased_author_is_found_nowhere_in_memory() {
        InMemoryStorage storage = InMemoryStorage.create();

        CanaryRun run = new CanaryRun(storage);

        assertErased(run, Traces.inMemory(storage));
    }

    @Test
    void an_erased_author_is_found_in_no_column_of_any_table() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        database.setPassword("");
        try (JdbcStorage storage = JdbcStorage.over(database)) {
            storage.migrate();
            CanaryRun run = new CanaryRun(storage);

            assertErased(run, Traces.inDatabase(database));
        }
    }

    @Test
    void an_erased_author_is_found_in_no_column_of_any_table_of_postgresql() throws SQLException {
        PGSimpleDataSource database = Databases.postgresSchema();
        try (JdbcStorage storage = JdbcStorage.over(database)) {
            storage.migrate();
            CanaryRun run = new CanaryRun(storage);

            assertErased(run, Traces.inDatabase(database));
        }
    }

    private static void assertErased(CanaryRun run, List<String> texts) {
        assertTrue(texts.size() > 300, "only " + texts.size() + " texts were seen");
        for (String secret : SECRETS) {
            assertEquals(List.of(), Traces.of(secret, texts), secret);
            assertEquals(List.of(), Traces.of(secret, run.heard), "told to listeners and people");
            assertEquals(List.of(), Traces.of(secret, List.of(run.reportBefore)), "told in the report");
        }
        assertEquals(run.reportBefore, run.reportAfter);
        assertEquals("", run.chain);
        assertTrue(run.erasure.handle());
        assertTrue(run.erasure.posts() >= 5 && run.erasure.texts() >= 5, run.erasure.toString());
    }

    @Test
    void the_search_sees_the_author_as_long_as_he_is_there() {
        Office office = Office.open();
        office.hear(office.post("p1", CanaryRun.WORD).toBuilder()
                .author(CanaryRun.AUTHOR)
                .build());

        List<String> texts = Traces.inMemory(office.storage);

        SECRETS.forEach(secret -> assertFalse(Traces.of(secret, texts).isEmpty(), secret));
    }

    @Test
    void logs_name_no_author_at_any_level_and_show_no_text_above_debug() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dslf4j.provider=org.otklik.desk.CapturingLogs",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CanaryRun.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        List<String> lines = output.lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("LOG ")), "Nothing was logged: " + output);
        assertEquals(List.of(), Traces.of(CanaryRun.HANDLE, lines));
        assertEquals(List.of(), Traces.of(CanaryRun.NAME, lines));
        List<String> loud = lines.stream()
                .filter(line -> !line.startsWith("LOG DEBUG") && !line.startsWith("LOG TRACE"))
                .toList();
        assertEquals(List.of(), Traces.of(CanaryRun.WORD, loud));
    }
}
