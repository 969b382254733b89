package org.otklik.internal.region;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.route.BodyKind;
import org.otklik.route.CaseForms;
import org.otklik.route.ResponsibleBody;
import org.otklik.route.Validity;

/** Reads {@code bodies.json}: the responsible bodies. */
final class BodiesFile {

    static final String NAME = "bodies.json";

    private BodiesFile() {}

    static FileContent<ResponsibleBody> read(PackFiles files) {
        return FileContent.of(files.list(NAME, "bodies"), BodiesFile::body, ResponsibleBody::id, "body");
    }

    private static Optional<ResponsibleBody> body(Entry entry) {
        Optional<BodyId> id = entry.needed("id", BodyId::of, "value.id");
        Optional<BodyKind> kind = entry.choice("kind", BodyKind.class);
        Optional<BodyId> parent = entry.optional("parent", BodyId::of, "value.id");
        Optional<CaseForms> name = entry.object("name").flatMap(BodiesFile::forms);
        if (name.isEmpty()) {
            entry.wrong("body.name");
        }
        String en = entry.required("en");
        String shortName = entry.required("short");
        Optional<Validity> validity = validity(entry);
        boolean external = entry.flag("external");
        Set<PlaceId> places = new HashSet<>(entry.list("places", PlaceId::of, "value.id"));
        return entry.build(() -> new ResponsibleBody(
                id.orElseThrow(),
                kind.orElseThrow(),
                parent,
                name.orElseThrow(),
                en,
                shortName,
                validity.orElseThrow(),
                external,
                places));
    }

    private static Optional<CaseForms> forms(Entry entry) {
        String nominative = entry.required("nominative");
        String genitive = entry.required("genitive");
        String dative = entry.required("dative");
        String accusative = entry.required("accusative");
        String instrumental = entry.required("instrumental");
        String prepositional = entry.required("prepositional");
        return entry.build(() -> new CaseForms(nominative, genitive, dative, accusative, instrumental, prepositional));
    }

    static Optional<Validity> validity(Entry entry) {
        Optional<LocalDate> from = entry.optional("from", LocalDate::parse, "value.date");
        Optional<LocalDate> until = entry.optional("until", LocalDate::parse, "value.date");
        if (from.isPresent() && until.isPresent() && until.orElseThrow().isBefore(from.orElseThrow())) {
            entry.wrong("validity.order", from.orElseThrow(), until.orElseThrow());
            return Optional.empty();
        }
        return Optional.of(new Validity(from, until));
    }
}
