package org.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.otklik.Region;
import org.otklik.classify.Lexicon;
import org.otklik.classify.LexiconMistake;
import org.otklik.classify.PhraseRef;
import org.otklik.classify.Topic;
import org.otklik.testkit.regions.MiniRegion;

/** Tries every rule of every pack by the examples that stand beside it. */
class RuleExamplesTest {

    private static final int FEWEST_PHRASES = 8;

    private final Region samara = Packs.samara();

    @Test
    void every_rule_of_the_samara_pack_counts_in_its_examples_and_needs_each_phrase() {
        assertThat(mistakes(samara.lexicon())).isEmpty();
    }

    @Test
    void every_rule_of_the_small_pack_counts_in_its_examples_and_needs_each_phrase() {
        assertThat(mistakes(MiniRegion.load().lexicon())).isEmpty();
    }

    private static List<LexiconMistake> mistakes(Lexicon lexicon) {
        List<LexiconMistake> mistakes = new ArrayList<>();
        lexicon.tryExamples(mistakes::add);
        return mistakes;
    }

    @Test
    void every_narrowest_topic_has_eight_phrases_or_more() {
        Map<String, Long> phrases = samara.lexicon().phrases().stream()
                .map(PhraseRef::rule)
                .map(rule -> rule.substring(0, rule.lastIndexOf('.')))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(samara.topics().all())
                .filteredOn(topic -> samara.topics().isLeaf(topic.id()))
                .extracting(Topic::id)
                .allSatisfy(id -> assertThat(phrases.getOrDefault(id.value(), 0L))
                        .as(id.value())
                        .isGreaterThanOrEqualTo(FEWEST_PHRASES));
    }
}
