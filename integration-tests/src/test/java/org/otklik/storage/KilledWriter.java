package org.otklik.storage;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.storage.jdbc.JdbcStorage;

/** Counts up in a database on disk and prints each number that was committed, until it is killed. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (JdbcStorage storage =
                JdbcStorage.over(Databases.h2At(Path.of(arguments[0]))).migrate()) {
            for (long number = storage.transact(KilledWriter::last) + 1; ; number++) {
                String text = Long.toString(number);
                storage.transact(unit -> {
                    unit.state().write("killed", "number", text);
                    return text;
                });
                out.println(text);
            }
        }
    }

    static long last(UnitOfWork unit) {
        return unit.state().read("killed", "number").map(Long::parseLong).orElse(0L);
    }
}
