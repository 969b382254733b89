package org.otklik.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.SignalEvent;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionEvent;
import org.otklik.internal.codec.StoredContent;
import org.otklik.internal.health.StoredHealth;
import org.otklik.internal.unit.Verdict;

/** On the module path Jackson sees only what core opens to it, so every package of a stored value must be opened. */
class StoredTypesTest {

    /** Its values are written as strings. */
    private static final String IDS = "org.otklik.id";

    private final Set<Class<?>> stored = new HashSet<>();

    @Test
    void core_opens_to_jackson_just_the_packages_of_stored_values() throws IOException, URISyntaxException {
        List<Class<?>> roots = List.of(
                Incident.class,
                IncidentEvent.class,
                SignalEvent.class,
                Instruction.class,
                InstructionEvent.class,
                StoredContent.class,
                Verdict.class,
                StoredHealth.class,
                ExternalRef.class);

        roots.forEach(this::visit);
        Set<String> packages = stored.stream()
                .filter(type -> !type.isEnum() && !type.isInterface())
                .map(Class::getPackageName)
                .filter(name -> !name.equals(IDS))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(packages, opened());
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType generic) {
            visit(generic.getRawType());
            Stream.of(generic.getActualTypeArguments()).forEach(this::visit);
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds()).forEach(this::visit);
        } else if (type instanceof GenericArrayType array) {
            visit(array.getGenericComponentType());
        } else if (type instanceof Class<?> known && known.getName().startsWith("org.otklik.") && stored.add(known)) {
            visitParts(known);
        }
    }

    private void visitParts(Class<?> type) {
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(this::visit);
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                visit(field.getGenericType());
            }
        }
    }

    private static Set<String> opened() throws IOException, URISyntaxException {
        return descriptor().opens().stream()
                .filter(opens -> opens.targets().equals(Set.of("com.fasterxml.jackson.databind")))
                .map(ModuleDescriptor.Opens::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ModuleDescriptor descriptor() throws IOException, URISyntaxException {
        Path core = TestClassPath.of(IncidentDesk.class);
        if (Files.isDirectory(core)) {
            return read(core.resolve("module-info.class"));
        }
        try (FileSystem jar = FileSystems.newFileSystem(core)) {
            return read(jar.getPath("module-info.class"));
        }
    }

    private static ModuleDescriptor read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ModuleDescriptor.read(in);
        }
    }
}
