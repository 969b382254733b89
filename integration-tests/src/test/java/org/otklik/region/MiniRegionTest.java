package org.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Scale;
import org.otklik.post.NetworkId;
import org.otklik.route.Route.Routed;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaSubject;
import org.otklik.testkit.regions.MiniRegion;

class MiniRegionTest {

    private final Region mini = MiniRegion.load();

    @Test
    void a_region_that_no_code_knows_routes_its_matters() {
        Routed route = assertInstanceOf(
                Routed.class,
                mini.routingTable()
                        .route(Packs.request(
                                TopicId.of("improvement.lighting"),
                                Scale.HOUSE_OR_STREET,
                                PlaceId.of("zarechinsk.portovy"))));

        assertEquals(BodyId.of("adm-zarechinsk.portovy"), route.lead());
        assertEquals(List.of(BodyId.of("adm-zarechinsk")), route.nextCandidates());
        assertEquals("mini-1", route.packVersion());
    }

    @Test
    void its_abolished_heating_company_gives_way_to_the_administration() {
        Routed route = assertInstanceOf(
                Routed.class,
                mini.routingTable()
                        .route(Packs.request(
                                TopicId.of("housing.heating"), Scale.MUNICIPAL, PlaceId.of("zarechinsk"))));

        assertEquals(BodyId.of("adm-zarechinsk"), route.lead());
    }

    @Test
    void it_grants_24_hours_from_registration_and_none_to_gratitude() {
        assertEquals(
                Optional.of(Duration.ofHours(24)),
                mini.slaPolicy()
                        .terms(subject(MessageKind.COMPLAINT))
                        .target(ClockName.FINAL)
                        .map(target -> target.length()));
        assertThat(mini.slaPolicy().terms(subject(MessageKind.GRATITUDE)).targets())
                .isEmpty();
    }

    @Test
    void the_same_pack_loads_from_a_folder(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("lexicon"));
        for (String file : BrokenPackTest.FILES) {
            Files.writeString(folder.resolve(file), Packs.text(MiniRegion.source(), file));
        }

        assertEquals(mini.version(), Region.load(folder).version());
    }

    @Test
    void the_same_pack_loads_from_inside_a_jar(@TempDir Path folder) throws Exception {
        try (FileSystem jar = FileSystems.newFileSystem(folder.resolve("pack.jar"), Map.of("create", "true"))) {
            Path root = Files.createDirectories(jar.getPath("/regions/mini/lexicon"))
                    .getParent();
            for (String file : BrokenPackTest.FILES) {
                Files.writeString(root.resolve(file), Packs.text(MiniRegion.source(), file));
            }

            assertEquals(mini.version(), Region.load(root).version());
        }
    }

    @Test
    void a_name_that_leads_out_of_the_folder_opens_nothing(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("secret.json"), "{}");
        Path pack = Files.createDirectories(folder.resolve("pack"));

        assertEquals(Optional.empty(), PackSource.folder(pack).open("../secret.json"));
    }

    private static SlaSubject subject(MessageKind kind) {
        Instant at = Packs.NOVEMBER;
        return new SlaSubject(
                kind,
                Severity.NORMAL,
                Optional.of(TopicId.of("roads")),
                false,
                Optional.empty(),
                NetworkId.of("vk"),
                at,
                at,
                at);
    }
}
