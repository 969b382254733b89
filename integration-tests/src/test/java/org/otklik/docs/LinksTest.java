package org.otklik.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No document leads nowhere. */
class LinksTest {

    @Test
    void every_link_within_the_project_leads_to_a_file() {
        List<String> broken = new ArrayList<>();
        for (Document document : Document.all()) {
            document.links().stream()
                    .filter(link -> !link.startsWith("https://") && !link.startsWith("#"))
                    .filter(link -> !Files.exists(target(document.path(), link)))
                    .forEach(link -> broken.add(document.path() + ": " + link));
        }

        assertEquals(List.of(), broken);
    }

    private static Path target(Path from, String link) {
        int anchor = link.indexOf('#');
        return from.resolveSibling(anchor < 0 ? link : link.substring(0, anchor))
                .normalize();
    }
}
