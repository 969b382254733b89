package org.otklik.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.otklik.classify.TextFeatures;
import org.otklik.text.PostText;
import org.otklik.text.Tokens;
import org.otklik.text.Words;

/** The features of one text, as keys in the order of the text; for reading only. */
final class Document {

    final long[] forms;
    final long[] stems;
    final long[] pairs;
    final long[] signs;

    private Document(long[] forms, long[] stems, long[] pairs, long[] signs) {
        this.forms = forms;
        this.stems = stems;
        this.pairs = pairs;
        this.signs = signs;
    }

    /** Reads texts and remembers the parts of each form; for one thread. */
    static final class Reader implements TextFeatures.Sink {

        private static final long[] NONE = {};

        private final TextFeatures features;
        private final Map<Long, long[]> partsOfForm = new HashMap<>();
        private final char[] letters = new char[Words.LONGEST];
        private final long[] parts = new long[TextFeatures.MOST_PARTS];
        private Keys forms = new Keys();
        private Keys stems = new Keys();
        private Keys pairs = new Keys();
        private Keys signs = new Keys();
        private String text = "";
        private Tokens tokens = PostText.tokens("");

        Reader(TextFeatures features) {
            this.features = features;
        }

        Document read(PostText source) {
            forms = new Keys();
            stems = new Keys();
            pairs = new Keys();
            signs = new Keys();
            text = source.post().text();
            tokens = source.own();
            features.read(source, this);
            return new Document(forms.all(), stems.all(), pairs.all(), signs.all());
        }

        /** The parts of a form that some text had. */
        long[] parts(long form) {
            return partsOfForm.getOrDefault(form, NONE);
        }

        @Override
        public void word(int token, long form, long stem) {
            forms.add(form);
            stems.add(stem);
            if (!partsOfForm.containsKey(form)) {
                int length = Words.fold(text, tokens.start(token), tokens.end(token), letters);
                int count = TextFeatures.parts(letters, length, parts);
                partsOfForm.put(form, Arrays.copyOf(parts, count));
            }
        }

        @Override
        public void pair(int token, long key) {
            pairs.add(key);
        }

        @Override
        public void sign(long key, int firstToken, int lastToken) {
            signs.add(key);
        }
    }

    private static final class Keys {

        private long[] keys = new long[64];
        private int size;

        void add(long key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            keys[size++] = key;
        }

        long[] all() {
            return Arrays.copyOf(keys, size);
        }
    }
}
