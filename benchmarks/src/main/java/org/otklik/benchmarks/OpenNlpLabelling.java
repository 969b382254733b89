package org.otklik.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.otklik.training.Evaluation;
import org.otklik.training.LabelledPost;

/** OpenNLP's document categoriser on the same stems. */
final class OpenNlpLabelling implements Labelling {

    private static final int RANKED = 10;

    private final String name;
    private final String algorithm;

    OpenNlpLabelling(String name, String algorithm) {
        this.name = name;
        this.algorithm = algorithm;
    }

    @Override
    public Map<String, List<Evaluation.Answer>> answer(List<LabelledPost> taught, List<LabelledPost> asked)
            throws IOException {
        try (RussianAnalyzer analyzer = new RussianAnalyzer()) {
            DocumentCategorizerME peer = new DocumentCategorizerME(model(taught, analyzer));
            List<Evaluation.Answer> answers = new ArrayList<>();
            for (LabelledPost post : asked) {
                answers.add(answer(peer, post.label(), peer.categorize(stems(analyzer, post.text()))));
            }
            return Map.of(name, answers);
        }
    }

    private DoccatModel model(List<LabelledPost> taught, RussianAnalyzer analyzer) throws IOException {
        Collection<DocumentSample> samples = new ArrayList<>();
        for (LabelledPost post : taught) {
            samples.add(new DocumentSample(post.label(), stems(analyzer, post.text())));
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        return DocumentCategorizerME.train(
                "ru", new CollectionObjectStream<>(samples), parameters, new DoccatFactory());
    }

    /** The categoriser refuses texts without words. */
    private static String[] stems(RussianAnalyzer analyzer, String text) {
        List<String> stems = StemFeatures.stems(analyzer, text);
        return stems.isEmpty() ? new String[] {"-"} : stems.toArray(String[]::new);
    }

    private static Evaluation.Answer answer(DocumentCategorizerME peer, String right, double[] probabilities) {
        List<Integer> ranking = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted((a, b) -> Double.compare(probabilities[b], probabilities[a]))
                .limit(RANKED)
                .toList();
        return new Evaluation.Answer(
                right, ranking.stream().map(peer::getCategory).toList(), probabilities[ranking.get(0)]);
    }
}
