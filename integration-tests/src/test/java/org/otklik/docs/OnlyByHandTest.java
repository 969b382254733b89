package org.otklik.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.Region;
import org.otklik.post.NetworkId;
import org.otklik.spi.WatchList;
import org.otklik.testkit.regions.MiniRegion;

/** Facebook and Instagram are heard only by a host that adds them itself; nothing here does so on its behalf. */
class OnlyByHandTest {

    private static final String MODULE = "otklik-adapters-meta";
    private static final Set<String> META = Set.of("facebook", "instagram");

    @Test
    void no_module_brings_the_adapters_along_but_those_that_measure_and_test() {
        Set<String> bringing = poms().filter(OnlyByHandTest::declares)
                .map(pom -> pom.getParent().getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of("adapters-meta", "benchmarks", "bom", "integration-tests"), bringing);
    }

    @Test
    void no_pack_watches_these_networks_or_speaks_there() {
        for (Region region :
                List.of(MiniRegion.load(), Region.fromResources(getClass().getClassLoader(), "regions/samara"))) {
            WatchList watched = region.watchList();
            Stream<NetworkId> named = Stream.concat(
                    watched.pages().stream().map(page -> page.network()),
                    watched.queries().stream().flatMap(query -> query.networks().stream()));
            assertTrue(named.map(NetworkId::code).noneMatch(META::contains), region.toString());
            assertTrue(
                    region.accounts().all().stream()
                            .map(account -> account.account().network().code())
                            .noneMatch(META::contains),
                    region.toString());
        }
    }

    private static Stream<Path> poms() {
        try (Stream<Path> folders = Files.walk(Document.root(), 3)) {
            return folders.filter(path -> path.getFileName().toString().equals("pom.xml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean declares(Path pom) {
        try {
            return Files.readString(pom, StandardCharsets.UTF_8).contains("<artifactId>" + MODULE + "</artifactId>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
