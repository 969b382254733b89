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
import org.otklik.id.TopicId;
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
        Optional<Deadlines> deadlines = DeadlinesFile.read(files, parts, zone);
        Lexicon lexicon = lexicon(identity.map(Identity::lexiconFiles).orElse(List.of()));
        new CrossChecks(parts).run();
        checkLexicon(lexicon, parts.topics());
        if (identity.isEmpty() || deadlines.isEmpty() || !mistakes.none()) {
            throw new RegionPackException(source.toString(), mistakes.sorted());
        }
        return built(parts, identity.get(), deadlines.get(), lexicon);
    }

    private Lexicon lexicon(List<String> names) {
        List<NamedText> texts = names.stream()
                .flatMap(name -> files.text(name).map(text -> new NamedText(name, text)).stream())
                .toList();
        return Lexicon.parse(
                texts, mistake -> mistakes.note(mistake.file(), mistake.line(), "lexicon", mistake.message()));
    }

    private void checkLexicon(Lexicon lexicon, FileContent<Topic> topics) {
        if (!topics.read()) {
            return;
        }
        TopicTree flat = TopicTree.of(
                topics.declared().stream().flatMap(id -> bare(id).stream()).toList());
        lexicon.check(flat, mistake -> mistakes.note(mistake.file(), mistake.line(), "lexicon", mistake.message()));
    }

    /** The tree may be broken, which is told elsewhere; the lexicon only needs to know which topics there are. */
    private static Optional<Topic> bare(String id) {
        try {
            return Optional.of(new Topic(
                    TopicId.of(id),
                    id,
                    id,
                    Optional.empty(),
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // noted where it stands
        }
    }

    private static LoadedPack built(PackParts parts, Identity identity, Deadlines deadlines, Lexicon lexicon) {
        TopicTree topics = TopicTree.of(parts.topics().values());
        Gazetteer gazetteer = Gazetteer.of(parts.places().values());
        BodyDirectory bodies = BodyDirectory.of(parts.bodies().values());
        return new LoadedPack(
                identity,
                topics,
                gazetteer,
                bodies,
                AccountDirectory.of(parts.accounts().values(), bodies, identity.regionBody()),
                parts.pages().values(),
                parts.queries().values(),
                RoutingTable.of(parts.rows().values(), bodies, topics, gazetteer, identity.zone(), identity.version()),
                deadlines,
                lexicon);
    }
}
