package org.otklik.region;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Location;
import org.otklik.place.PlaceCandidate;
import org.otklik.place.PlaceReason;
import org.otklik.place.Scale;
import org.otklik.route.RouteRequest;
import org.otklik.text.Evidence;

/** Region packs and requests that several tests share. */
final class Packs {

    static final Instant NOVEMBER = Instant.parse("2026-11-23T08:00:00Z");

    private Packs() {}

    static Region samara() {
        return Region.fromResources(Packs.class.getClassLoader(), "regions/samara");
    }

    /** A pack in which one file is changed. */
    static PackSource changed(PackSource pack, String file, UnaryOperator<String> change) {
        return PackSource.named(
                "changed",
                asked -> asked.equals(file) ? Optional.of(bytes(change.apply(text(pack, file)))) : pack.open(asked));
    }

    /** A pack in which one file is missing. */
    static PackSource without(PackSource pack, String file) {
        return PackSource.named("torn", asked -> asked.equals(file) ? Optional.empty() : pack.open(asked));
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(PackSource pack, String file) {
        try (InputStream bytes = pack.open(file).orElseThrow()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteRequest request(TopicId topic, Scale scale, PlaceId place) {
        PlaceCandidate candidate =
                new PlaceCandidate(place, 0.9, Set.of(PlaceReason.NAMED), List.of(Evidence.of("name", 0, 1)));
        return new RouteRequest(
                Optional.of(topic),
                MessageKind.COMPLAINT,
                new Location(List.of(candidate), Optional.empty(), scale, List.of()),
                scale,
                Severity.NORMAL,
                NOVEMBER,
                Set.of());
    }
}
