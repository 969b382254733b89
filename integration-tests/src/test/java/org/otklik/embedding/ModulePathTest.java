package org.otklik.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.IncidentDesk;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryNetwork;

/** A host that is itself a module runs the main job on the module path, where what is not opened cannot be read. */
class ModulePathTest {

    private static final String MARK = "regions/samara/region.json";
    private static final Path SOURCE =
            Path.of("src/test/java", MainJob.class.getName().replace('.', '/') + ".java");
    private static final String HOST = """
            module host {
                requires com.h2database;
                requires java.naming;
                requires org.otklik.core;
                requires org.otklik.storage.jdbc;
                requires org.otklik.testkit;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void the_main_job_runs_as_modules() throws IOException, InterruptedException, URISyntaxException {
        List<Path> modules = modules();
        modules.add(compiled(modules));

        String output = ChildJvm.run(List.of(
                "--module-path",
                TestClassPath.join(modules),
                "--add-modules",
                "org.otklik.region.samara",
                "--module",
                "host/" + MainJob.class.getName()));

        assertEquals(ChildJvm.MAIN_JOB_DONE, output);
    }

    private List<Path> modules() throws IOException, URISyntaxException {
        List<Path> modules = new ArrayList<>();
        for (Class<?> type : List.of(IncidentDesk.class, InMemoryNetwork.class, JdbcStorage.class)) {
            modules.add(TestClassPath.of(type));
        }
        modules.add(pack());
        TestClassPath.entries().stream()
                .filter(
                        entry -> entry.getFileName()
                                .toString()
                                .matches(
                                        "(jackson-(annotations|core|databind)|caffeine|jspecify|slf4j-(api|nop)|h2)-\\d.*\\.jar"))
                .forEach(modules::add);
        return modules;
    }

    /** The jar of the pack; where the build has not packed it yet, one like it. */
    private Path pack() throws IOException, URISyntaxException {
        URL mark = Objects.requireNonNull(getClass().getClassLoader().getResource(MARK), MARK);
        String place = mark.toString();
        if (place.startsWith("jar:")) {
            return Path.of(URI.create(place.substring("jar:".length(), place.indexOf("!/"))));
        }
        Path root = Path.of(mark.toURI()).getParent().getParent().getParent();
        Path jar = folder.resolve("samara.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), "org.otklik.region.samara");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(root.resolve("regions"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(
                        new JarEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, packed);
            }
        }
        return jar;
    }

    private Path compiled(List<Path> modules) throws IOException {
        Path descriptor = Files.writeString(folder.resolve("module-info.java"), HOST);
        Path classes = folder.resolve("host");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "--module-path",
                TestClassPath.join(modules),
                "-d",
                classes.toString(),
                descriptor.toString(),
                SOURCE.toString());
        assertTrue(result == 0, "the host does not compile, see above");
        return classes;
    }
}
