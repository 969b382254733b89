package org.otklik.classify;

import java.util.Arrays;
import org.otklik.id.TopicId;
import org.otklik.text.Tokens;
import org.otklik.text.WorkingMemory;

/** The rules of a lexicon as features: each rule, its topic and the root of its topic; immutable. */
final class RuleKeys {

    private static final long RULE = 0xA0761D6478BD642FL;
    private static final long TOPIC = 0xE7037ED1A0B428DBL;
    private static final long ROOT = 0x8EBC6AF09C88C6E3L;

    private final Lexicon lexicon;
    private final long[][] keysOfRule;
    private final WorkingMemory<Once> seen = new WorkingMemory<>(Once::new);

    RuleKeys(Lexicon lexicon) {
        this.lexicon = lexicon;
        keysOfRule = lexicon.rules().stream().map(RuleKeys::keys).toArray(long[][]::new);
    }

    private static long[] keys(LexiconRule rule) {
        long own = TextFeatures.key(rule.id(), RULE);
        return rule.topic()
                .map(TopicId::value)
                .map(topic -> new long[] {own, TextFeatures.key(topic, TOPIC), TextFeatures.key(root(topic), ROOT)})
                .orElse(new long[] {own});
    }

    private static String root(String topic) {
        int dot = topic.indexOf('.');
        return dot < 0 ? topic : topic.substring(0, dot);
    }

    void read(Tokens tokens, TextFeatures.Sink sink) {
        Once once = seen.take();
        once.size = 0;
        lexicon.findRules(tokens, (rule, first, last) -> {
            for (long key : keysOfRule[rule]) {
                if (once.add(key)) {
                    sink.sign(key, first, last);
                }
            }
        });
        seen.giveBack(once);
    }

    /** The keys of one text; few, so that a walk over them is cheapest. */
    private static final class Once {

        private long[] keys = new long[32];
        private int size;

        boolean add(long key) {
            for (int i = 0; i < size; i++) {
                if (keys[i] == key) {
                    return false;
                }
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            keys[size++] = key;
            return true;
        }
    }
}
