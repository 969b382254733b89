package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our count of X's characters against X's own conformance file. */
class XLengthConformanceTest {

    private static final Path FILE = Path.of("shared/schemas/x/twitter-text/conformance/validate.yml");
    private static final Pattern TEXT = Pattern.compile(" +text: \"(.*)\"");
    private static final Pattern LENGTH = Pattern.compile(" +weightedLength: ([0-9]+)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))");

    private record Example(String text, int length) {}

    private static Optional<Path> file() {
        return Stream.of(Path.of(".."), Path.of("../.."))
                .map(up -> up.resolve(FILE))
                .filter(Files::isReadable)
                .findFirst();
    }

    /** As much of YAML as this file needs. */
    private static List<Example> examples(String group) throws IOException {
        assumeTrue(file().isPresent(), "The conformance file of twitter-text is not there.");
        List<Example> examples = new ArrayList<>();
        boolean inside = false;
        String text = "";
        for (String line : Files.readAllLines(file().orElseThrow())) {
            Matcher textLine = TEXT.matcher(line);
            Matcher lengthLine = LENGTH.matcher(line);
            if (line.matches("  [A-Za-z_]+:.*")) {
                inside = line.strip().equals(group + ":");
            } else if (inside && textLine.matches()) {
                text = unescaped(textLine.group(1));
            } else if (inside && lengthLine.matches()) {
                examples.add(new Example(text, Integer.parseInt(lengthLine.group(1))));
            }
        }
        return examples;
    }

    private static String unescaped(String yaml) {
        return ESCAPE.matcher(yaml).replaceAll(found -> {
            String hex = found.group(1) != null ? found.group(1) : found.group(2);
            String plain = hex == null ? found.group(3) : new String(Character.toChars(Integer.parseInt(hex, 16)));
            return Matcher.quoteReplacement(plain);
        });
    }

    @Test
    void every_example_weighs_what_x_says() throws IOException {
        List<Example> examples = examples("WeightedTweetsCounterTest");

        assertTrue(examples.size() >= 15);
        examples.forEach(one -> assertEquals(one.length(), XLength.weigh(one.text(), false), one.text()));
    }

    @Test
    void every_example_with_emoji_weighs_what_x_says() throws IOException {
        List<Example> examples = examples("WeightedTweetsWithDiscountedEmojiCounterTest");

        assertTrue(examples.size() >= 20);
        examples.forEach(one -> assertEquals(one.length(), XLength.of(one.text()), one.text()));
    }

    @Test
    void marks_of_direction_weigh_what_x_says() throws IOException {
        examples("UnicodeDirectionalMarkerCounterTest")
                .forEach(one -> assertEquals(one.length(), XLength.of(one.text()), one.text()));
    }
}
