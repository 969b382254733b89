package org.otklik.examples.onnx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.otklik.Region;
import org.otklik.classify.Classification;
import org.otklik.classify.Classification.Candidate;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;

/** Reads posts line by line and says what rules and network make of each; a desk takes the same classifier. */
public final class OnnxMain {

    private static final double SURE_ENOUGH = 0.6;
    private static final PostId LINE = PostId.of("console", "line");

    private OnnxMain() {}

    /**
     * Runs it.
     *
     * @param arguments the file of the model
     * @throws IOException if the console cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Region region = Region.fromResources(OnnxMain.class.getClassLoader(), "regions/samara");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            run(region, Path.of(arguments[0]), lines.lines(), System.out);
        }
    }

    static void run(Region region, Path file, Stream<String> lines, PrintStream out) {
        try (OnnxTopics model = OnnxTopics.open(file)) {
            Classifier rules = RuleClassifier.of(region.lexicon(), region.topics());
            Classifier both = new OnnxClassifier(rules, model, region.topics(), SURE_ENOUGH);
            lines.forEach(line -> out.println(words(both.classify(scanned(line)))));
        }
    }

    static PostText scanned(String line) {
        return PostText.of(Post.builder(LINE, Instant.EPOCH).text(line).build());
    }

    private static String words(Classification decided) {
        String what = decided instanceof Candidate candidate
                ? "incident about " + candidate.topic().map(Object::toString).orElse("no known topic")
                : decided.getClass().getSimpleName();
        return what + " (" + decided.evidence().get(0).rule() + ")";
    }
}
