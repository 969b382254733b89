package org.otklik.benchmarks.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.Region;
import org.otklik.benchmarks.Corpora;
import org.otklik.benchmarks.Half;
import org.otklik.benchmarks.Options;
import org.otklik.benchmarks.Specimen;
import org.otklik.id.PlaceId;
import org.otklik.place.Gazetteer;
import org.otklik.place.GazetteerLocator;
import org.otklik.place.Location;
import org.otklik.place.PlaceCandidate;

/** How many places of written and real posts are found, and how many are seen where none is. */
public final class Placing {

    private final Options options;
    private final GazetteerLocator locator;

    private Placing(Options options, Gazetteer gazetteer) {
        this.options = options;
        locator = GazetteerLocator.of(gazetteer);
    }

    /**
     * Measures and prints.
     *
     * @param options the half, the folder of the labelled texts, {@code -wrong} to print mistakes of the half for work
     */
    public static void run(Options options) {
        Region samara = Options.samara();
        Placing placing = new Placing(options, samara.gazetteer());
        List<Map<String, String>> rows = Table.read("regions/samara/places.csv");
        Settlements settlements = new Settlements(rows);
        Tally written = placing.positives(rows, settlements);
        placing.namesakes(settlements.namesakes(), samara.gazetteer());
        placing.precision(written, placing.negatives());
        Corpora corpora = new Corpora(options.data());
        placing.general(corpora);
        KurskPlaces kursk = new KurskPlaces();
        new Placing(options, kursk.gazetteer()).kursk(corpora, kursk);
    }

    private Tally positives(List<Map<String, String>> rows, Settlements settlements) {
        Tally all = new Tally();
        Map<String, Tally> ways = new TreeMap<>();
        for (Map<String, String> row : rows) {
            if (List.of("URBAN_OKRUG", "MUNICIPAL_DISTRICT").contains(row.get("kind"))) {
                Municipalities.sentences(row).stream()
                        .filter(said -> Half.of(said.text()) == options.half())
                        .forEach(said -> look(said, all, ways));
            }
        }
        for (Map<String, String> row : settlements.unambiguous()) {
            if (Half.of(row.getOrDefault("name", "")) == options.half()) {
                settlements.sentences(row).forEach(said -> look(said, all, ways));
            }
        }
        table(ways);
        System.out.printf(
                Locale.ROOT,
                "RESULT name=place-recall ours=%.4f gate=0.98 wrong=%.4f texts=%d settlements=%d%n",
                all.rightShare(),
                all.wrongShare(),
                all.all(),
                settlements.unambiguous().size());
        return all;
    }

    private void look(Said said, Tally all, Map<String, Tally> ways) {
        Tally way = ways.computeIfAbsent(said.how(), any -> new Tally());
        Optional<PlaceId> best = best(said.text());
        if (best.isEmpty()) {
            all.none();
            way.none();
        } else if (best.get().value().equals(said.place())) {
            all.right();
            way.right();
            return;
        } else {
            all.wrong();
            way.wrong();
        }
        show("MISSED", said.place() + " (" + said.how() + ")", best, said.text());
    }

    private void namesakes(List<Map<String, String>> rows, Gazetteer gazetteer) {
        Tally all = new Tally();
        for (Map<String, String> row : rows) {
            PlaceId id = PlaceId.of(row.getOrDefault("id", ""));
            gazetteer
                    .municipalityOf(id)
                    .filter(place -> place.kind() == org.otklik.place.Place.Kind.MUNICIPAL_DISTRICT)
                    .filter(place -> Half.of(id.value()) == options.half())
                    .flatMap(place -> Settlements.withDistrict(row, place.name()))
                    .ifPresent(said -> look(said, all, new HashMap<>()));
        }
        System.out.printf(
                Locale.ROOT,
                "RESULT name=place-namesakes ours=%.4f wrong=%.4f texts=%d%n",
                all.rightShare(),
                all.wrongShare(),
                all.all());
    }

    private Tally negatives() {
        Tally all = new Tally();
        Map<String, Tally> sorts = new TreeMap<>();
        for (String line : Table.lines("org/otklik/benchmarks/place/negatives.txt")) {
            String sort = line.substring(0, line.indexOf('|'));
            String text = line.substring(line.indexOf('|') + 1);
            if (Half.of(text) == options.half()) {
                Tally one = sorts.computeIfAbsent("none: " + sort, any -> new Tally());
                Optional<PlaceId> best = best(text);
                if (best.isPresent()) {
                    all.wrong();
                    one.wrong();
                    show("FALSE", sort, best, text);
                } else {
                    all.none();
                    one.none();
                }
            }
        }
        table(sorts);
        return all;
    }

    /** As many texts with a place as without: what share of the stated places is right. */
    private void precision(Tally positives, Tally negatives) {
        double stated = positives.statedShare() + negatives.wrongShare();
        System.out.printf(
                Locale.ROOT,
                "RESULT name=place-precision ours=%.4f gate=0.98 false=%d negatives=%d%n",
                positives.rightShare() / stated,
                negatives.wrongs(),
                negatives.all());
    }

    private void general(Corpora corpora) {
        int stated = 0;
        int posts = 0;
        for (Specimen post : corpora.general()) {
            if (post.half() == options.half()) {
                posts++;
                Optional<PlaceId> best = best(post.text());
                stated += best.isPresent() ? 1 : 0;
                if (best.isPresent()) {
                    show("GENERAL", "", best, post.text());
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "RESULT name=place-general stated-per-1000=%.2f stated=%d posts=%d%n",
                1000.0 * stated / posts,
                stated,
                posts);
    }

    private void kursk(Corpora corpora, KurskPlaces kursk) {
        Tally all = new Tally();
        int named = 0;
        for (Specimen appeal : corpora.kursk()) {
            Optional<PlaceId> meant = kursk.of(appeal.label("executor"));
            if (meant.isEmpty() || appeal.half() != options.half()) {
                continue;
            }
            Location location = locator.locate(appeal.scan());
            Optional<PlaceId> municipality = location.best()
                    .flatMap(found -> kursk.gazetteer().municipalityOf(found.place()))
                    .map(org.otklik.place.Place::id);
            named += location.candidates().isEmpty() ? 0 : 1;
            if (municipality.isEmpty()) {
                all.none();
            } else if (municipality.equals(meant)) {
                all.right();
            } else {
                all.wrong();
                show("KURSK", meant.get().value(), municipality, appeal.text());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "RESULT name=place-kursk right=%.4f wrong-stated-as-sure=%.4f gate=0.01 right-of-stated=%.4f "
                        + "with-candidates=%d appeals=%d%n",
                all.rightShare(),
                all.wrongShare(),
                all.rightShare() / all.statedShare(),
                named,
                all.all());
    }

    private Optional<PlaceId> best(String text) {
        return locator.locate(Specimen.scan(text)).best().map(PlaceCandidate::place);
    }

    private void show(String what, String meant, Optional<PlaceId> best, String text) {
        if (options.has("-wrong") && options.half() == Half.DEV) {
            System.out.println(what + " " + meant + " -> "
                    + best.map(PlaceId::value).orElse("-") + " | " + text.replaceAll("\\s+", " "));
        }
    }

    private static void table(Map<String, Tally> rows) {
        System.out.println("| texts | number | right | wrong |");
        System.out.println("| --- | --- | --- | --- |");
        List<Map.Entry<String, Tally>> entries = new ArrayList<>(rows.entrySet());
        entries.forEach(row -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% |%n",
                row.getKey(),
                row.getValue().all(),
                100 * row.getValue().rightShare(),
                100 * row.getValue().wrongShare()));
    }
}
