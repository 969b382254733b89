package org.otklik.internal.region;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.otklik.PackSource;
import org.otklik.RegionPackException;
import org.otklik.classify.Lexicon;
import org.otklik.classify.NamedText;
import org.otklik.classify.Topic;
import org.otklik.classify.TopicTree;
import org.otklik.internal.region.LoadedPack.Identity;
import org.otklik.place.Gazetteer;
import org.otklik.route.AccountDirectory;
import org.otklik.route.BodyDirectory;
import org.otklik.route.RoutingTable;

/** Loads a pack: reads every file, holds the files against each other, and only then builds; for one thread. */
public final class PackLoader {

    private final Mistakes mistakes = new Mistakes();
    private final PackSource source;
    private final PackFiles files;

    private PackLoader(PackSource source) {
        this.source = source;
        this.files = new PackFiles(source, mistakes);
    }

    /**
     * Loads a pack.
     *
     * @param source its files
     * @return the pack
     * @throws RegionPackException with every mistake of every file
     */
    public static LoadedPack load(PackSource source) {
        return new PackLoader(source).load();
    }

    private LoadedPack load() {
        PackParts parts = PackParts.read(files);
        Optional<Identity> identity = parts.identity().map(Located::value);
        ZoneId zone = identity.map(Identity::zone).orElse(ZoneOffset.UTC);
        Optional<Located<Deadlines>> deadlines = DeadlinesFile.read(files, zone);
        Lexicon lexicon = lexicon(identity.map(Identity::lexiconFiles).orElse(List.of()));
        new CrossChecks(parts).run();
        checkLexicon(lexicon, parts.topics());
        if (identity.isEmpty() || deadlines.isEmpty() || !mistakes.none()) {
            throw new RegionPackException(source.toString(), mistakes.sorted());
        }
        return built(parts, identity.get(), deadlines.get().value(), lexicon);
    }

    private Lexicon lexicon(List<String> names) {
        List<NamedText> texts = names.stream()
                .flatMap(name -> files.text(name).map(text -> new NamedText(name, text)).stream())
                .toList();
        return Lexicon.parse(
                texts, mistake -> mistakes.note(mistake.file(), mistake.line(), "lexicon", mistake.message()));
    }

    private void checkLexicon(Lexicon lexicon, List<Located<Topic>> topics) {
        TopicTree flat = TopicTree.of(
                topics.stream().map(topic -> withoutRelations(topic.value())).toList());
        lexicon.check(flat, mistake -> mistakes.note(mistake.file(), mistake.line(), "lexicon", mistake.message()));
    }

    /** The tree may be broken, which is told elsewhere; the lexicon only needs to know which topics there are. */
    private static Topic withoutRelations(Topic topic) {
        return new Topic(
                topic.id(),
                topic.title(),
                topic.titleEn(),
                Optional.empty(),
                topic.fastTrack(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static LoadedPack built(PackParts parts, Identity identity, Deadlines deadlines, Lexicon lexicon) {
        TopicTree topics = TopicTree.of(Located.values(parts.topics()));
        Gazetteer gazetteer = Gazetteer.of(Located.values(parts.places()));
        BodyDirectory bodies = BodyDirectory.of(Located.values(parts.bodies()));
        return new LoadedPack(
                identity,
                topics,
                gazetteer,
                bodies,
                AccountDirectory.of(Located.values(parts.accounts()), bodies, identity.regionBody()),
                Located.values(parts.pages()),
                Located.values(parts.queries()),
                RoutingTable.of(
                        Located.values(parts.rows()),
                        bodies,
                        topics,
                        gazetteer,
                        identity.zone(),
                        identity.version()),
                deadlines,
                lexicon);
    }
}
