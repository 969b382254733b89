package org.otklik.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules as their jars declare them; tests themselves run on the class path. */
class ModulesTest {

    private static final String NAME = "(core|training|testkit|tck|storage-jdbc|adapters-[a-z]+)";
    private static final Pattern LIBRARY =
            Pattern.compile(".*/(otklik-" + NAME + "-[^/]*[.]jar|" + NAME + "/target/classes)");

    @Test
    void a_library_exports_every_package_that_is_not_internal() {
        for (ModuleReference library : libraries()) {
            Set<String> open = packagesWithClasses(library);
            open.removeIf(name -> name.contains(".internal"));

            assertEquals(open, exported(library), library.descriptor().name());
        }
    }

    @Test
    void no_library_leaves_its_module_name_to_its_file_name() {
        for (ModuleReference library : libraries()) {
            assertFalse(library.descriptor().isAutomatic(), library.descriptor().name());
        }
    }

    private static List<ModuleReference> libraries() {
        Path[] places = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(place -> LIBRARY.matcher(place.replace('\\', '/')).matches())
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(places).findAll().stream()
                .filter(module -> !packagesWithClasses(module).isEmpty())
                .toList();
    }

    private static Set<String> exported(ModuleReference library) {
        return library.descriptor().exports().stream().map(Exports::source).collect(toCollection(TreeSet::new));
    }

    private static Set<String> packagesWithClasses(ModuleReference library) {
        try (ModuleReader reader = library.open();
                Stream<String> names = reader.list()) {
            return names.filter(name -> name.contains("/") && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
