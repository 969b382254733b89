package org.otklik.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each block of Java in the documents compiles: a block that declares a type as a file, which later blocks may use, any
 * other as statements of a method that is lent what hosts have at hand.
 */
class CodeBlocksTest {

    private static final Pattern TYPE =
            Pattern.compile("^(?:public |final |abstract )*(?:class|record|interface|enum) (\\w+)", Pattern.MULTILINE);

    private static final String IMPORTS = """
            import java.net.URI;
            import java.nio.file.*;
            import java.security.SecureRandom;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import javax.sql.DataSource;
            import org.otklik.*;
            import org.otklik.access.*;
            import org.otklik.adapters.http.*;
            import org.otklik.adapters.webhook.*;
            import org.otklik.classify.*;
            import org.otklik.id.*;
            import org.otklik.incident.*;
            import org.otklik.instruction.*;
            import org.otklik.place.*;
            import org.otklik.post.*;
            import org.otklik.reply.*;
            import org.otklik.report.*;
            import org.otklik.route.*;
            import org.otklik.sla.*;
            import org.otklik.spi.*;
            import org.otklik.spi.storage.*;
            import org.otklik.storage.jdbc.*;
            import org.otklik.tck.*;
            import org.otklik.testkit.*;
            import org.otklik.text.*;
            import org.otklik.training.*;

            """;

    /** What hosts have at hand; never run. */
    private static final String BEFORE = """
            class Snippet {
                DataSource dataSource;
                NetworkAdapter network;
                PseudonymKey key;
                Region region;
                Storage storage;
                IncidentDesk desk;
                Actor actor, coordinator, administrator, official, officer, publisher;
                AuthorRef author;
                Incident incident;
                Draft draft;
                PublicationId publication;
                ScheduledExecutorService executor;
                SecretProvider secrets;

                void shown() throws Exception {
            """;

    @TempDir
    private Path classes;

    @Test
    void every_block_of_java_compiles() throws IOException {
        List<String> mistakes = new ArrayList<>();
        int blocks = 0;
        for (Document document : Document.all()) {
            for (Document.Block block : document.blocks("java")) {
                blocks++;
                String found = document.path().getFileName().toString().startsWith("README") ? "" : compile(block);
                if (!found.isEmpty()) {
                    mistakes.add(document.path() + ":" + block.line() + "\n" + found);
                }
            }
        }

        assertEquals(List.of(), mistakes);
        assertTrue(blocks > 5, "The documents show hardly any code.");
    }

    private String compile(Document.Block block) {
        Matcher type = TYPE.matcher(block.text());
        String source = IMPORTS + block.text();
        String name = "Snippet";
        if (type.find()) {
            name = type.group(1);
        } else {
            source = IMPORTS + BEFORE + block.text() + "\n}\n}\n";
        }
        StringWriter messages = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean fine = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-nowarn",
                                "--release",
                                "17",
                                "-cp",
                                System.getProperty("java.class.path") + File.pathSeparator + classes,
                                "-d",
                                classes.toString()),
                        null,
                        List.of(source(name, source)))
                .call();
        return fine ? "" : messages.toString();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
