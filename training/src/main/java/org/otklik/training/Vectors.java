package org.otklik.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes the solver's vectors of documents; words, pairs and signs are brought to their lengths apart. */
final class Vectors {

    private final Vocabulary vocabulary;
    private final Document.Reader reader;
    private final Recipe recipe;

    Vectors(Vocabulary vocabulary, Document.Reader reader, Recipe recipe) {
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.recipe = recipe;
    }

    Feature[] of(Document document) {
        Map<Integer, Double> vector = new TreeMap<>();
        words(document, vector);
        block(document.pairs, vocabulary.pairs(), recipe.pairs(), vector);
        block(document.signs, vocabulary.signs(), recipe.signs(), vector);
        return vector.entrySet().stream()
                .map(entry -> new FeatureNode(entry.getKey(), entry.getValue()))
                .toArray(Feature[]::new);
    }

    private void words(Document document, Map<Integer, Double> vector) {
        double squares = 0;
        for (long stem : document.stems) {
            double rarity = vocabulary.rarityOfStem(stem);
            squares += rarity * rarity;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < document.stems.length; i++) {
            double share = vocabulary.rarityOfStem(document.stems[i]) / length;
            Vocabulary.Entry stem = vocabulary.stems().get(document.stems[i]);
            if (stem != null) {
                vector.merge(stem.number(), recipe.stems() * share, Double::sum);
            }
            partsOf(document.forms[i], document.stems[i], share * recipe.parts(), vector);
        }
    }

    /** A rare form of a known stem has the parts that forms of this stem have in the mean. */
    private void partsOf(long form, long stem, double share, Map<Integer, Double> vector) {
        Set<Long> kin = vocabulary.isCommon(form) ? Set.of() : vocabulary.formsOf(stem);
        if (kin.isEmpty()) {
            parts(form, share, vector);
        }
        kin.forEach(one -> parts(one, share / kin.size(), vector));
    }

    private void parts(long form, double share, Map<Integer, Double> vector) {
        long[] parts = reader.parts(form);
        double length = length(parts, vocabulary.parts());
        if (length > 0) {
            add(parts, vocabulary.parts(), share / length, vector);
        }
    }

    private static void block(
            long[] keys, Map<Long, Vocabulary.Entry> entries, double weight, Map<Integer, Double> vector) {
        double length = length(keys, entries);
        if (length > 0) {
            add(keys, entries, weight / length, vector);
        }
    }

    private static double length(long[] keys, Map<Long, Vocabulary.Entry> entries) {
        double squares = 0;
        for (long key : keys) {
            Vocabulary.Entry entry = entries.get(key);
            squares += entry == null ? 0 : entry.rarity() * entry.rarity();
        }
        return Math.sqrt(squares);
    }

    private static void add(
            long[] keys, Map<Long, Vocabulary.Entry> entries, double factor, Map<Integer, Double> vector) {
        for (long key : keys) {
            Vocabulary.Entry entry = entries.get(key);
            if (entry != null) {
                vector.merge(entry.number(), entry.rarity() * factor, Double::sum);
            }
        }
    }
}
