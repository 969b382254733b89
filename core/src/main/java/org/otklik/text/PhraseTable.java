package org.otklik.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Phrases as flat arrays; immutable once made.
 *
 * <p>Phrases that are plain rows of words stand in a {@link PhraseTrie}. Of the others, steps that take the same words
 * are one set. A word leads to the phrases of which a set with it is the rarest. How
 * rare a word is in texts is guessed from how many steps name it, but for the commonest words of the language.
 */
final class PhraseTable {

    /** Numbers are frequent in texts, however few phrases name them. */
    private static final int OFTEN = 1000;

    private static final String[] COMMON =
            ("и в во не на я что с со по как это у нас все всё уже мы за но а так к ко из они же "
                            + "вы от то бы для только когда если есть даже там ещё еще очень или ли потом до о об он она мне нам вам их "
                            + "его её ее был была было были будет можно нужно надо никто ничего куда где почему кто нет да при без под")
                    .split(" ");

    /** Stands for no set. */
    static final int NONE = -1;

    final boolean onStems;
    final int widestSpan;
    final PhraseTrie trie;
    /** Words up to this one stand in sets. */
    final int wordsInSets;

    /** Of each phrase: its number, and where its steps begin among all. */
    final int[] numbers;

    final int[] firstStep;
    /** Of each step: its set, and the tokens that it may skip. */
    final int[] setOfStep;

    final byte[] gapOfStep;

    /** Where the words of a set begin, then the words. */
    final int[] firstWord;

    final int[] wordsOfSet;
    /**
     * Where the phrases begin that must be looked at for a word, then of each the bits of a second set of which a word
     * must stand there too, since what has none of these has none of its words, and the phrase with that set, or
     * {@link #NONE}. Word 0 is one that no phrase knows.
     */
    final int[] firstPhrase;

    final long[] candidates;
    /** Of each word in a set its bit; the words of a set share one where they can, so that its bits are few. */
    final byte[] bitOfWord;

    private final long[] keys;
    private final int[] words;
    private final int mask;
    private final int anyNumber;

    PhraseTable(List<PhraseDraft> drafts, boolean onStems) {
        this.onStems = onStems;
        List<PhraseDraft> gapped =
                drafts.stream().filter(draft -> !draft.isPlain()).toList();
        WordNumbers vocabulary =
                new WordNumbers(Stream.concat(gapped.stream(), drafts.stream().filter(PhraseDraft::isPlain))
                        .toList());
        mask = Integer.highestOneBit(Math.max(8, vocabulary.numbers().size() * 2)) * 2 - 1;
        keys = new long[mask + 1];
        words = new int[mask + 1];
        vocabulary.numbers().forEach((hash, number) -> {
            int at = at(hash);
            keys[at] = hash;
            words[at] = number;
        });
        anyNumber = word(PhraseAutomaton.ANY_NUMBER);

        int[] mentions = new int[vocabulary.greatest() + 1];
        mentions[anyNumber] += anyNumber == 0 ? 0 : OFTEN;
        for (String word : COMMON) {
            mentions[word(onStems ? Words.stemHash(word) : Words.hash(word))] += OFTEN;
            mentions[word(Words.hash(word) * PhraseAutomaton.EXACT)] += OFTEN;
        }
        wordsInSets = gapped.stream()
                .flatMap(draft -> Arrays.stream(draft.steps()))
                .flatMapToLong(Arrays::stream)
                .mapToInt(this::word)
                .max()
                .orElse(0);
        int steps = gapped.stream().mapToInt(draft -> draft.steps().length).sum();
        setOfStep = new int[steps];
        gapOfStep = new byte[steps];
        numbers = new int[drafts.size()];
        firstStep = new int[drafts.size() + 1];
        PhraseTrie.Growing tree = new PhraseTrie.Growing();
        List<int[]> sets = number(drafts, mentions, tree);
        trie = tree.grown(vocabulary.greatest() + 1);
        widestSpan = drafts.stream().mapToInt(PhraseDraft::span).max().orElse(1);
        firstWord = new int[sets.size() + 1];
        wordsOfSet = flat(sets, firstWord);

        int[] weights = weights(sets, mentions);
        List<int[]> leading = new ArrayList<>();
        int[] seconds = new int[numbers.length];
        for (int phrase = 0; phrase < numbers.length; phrase++) {
            int rarest = rarest(phrase, NONE, weights);
            leading.add(rarest == NONE ? new int[0] : sets.get(rarest));
            seconds[phrase] = rarest(phrase, rarest, weights);
        }
        firstPhrase = new int[vocabulary.greatest() + 2];
        int[] phrases = invert(leading, firstPhrase);
        bitOfWord = SetBits.ofWords(
                sets, Arrays.stream(phrases).map(phrase -> seconds[phrase]).toArray(), mentions);
        candidates = new long[2 * phrases.length];
        for (int i = 0; i < phrases.length; i++) {
            int second = seconds[phrases[i]];
            candidates[2 * i] = second == NONE ? -1 : bits(sets.get(second));
            candidates[2 * i + 1] = ((long) phrases[i] << Integer.SIZE) | (second & 0xFFFFFFFFL);
        }
    }

    /** Makes one row of several; the last entry of firsts is the end. */
    private static int[] flat(List<int[]> rows, int[] firsts) {
        for (int i = 0; i < rows.size(); i++) {
            firsts[i + 1] = firsts[i] + rows.get(i).length;
        }
        return rows.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** Gives words, steps and sets their numbers; returns the words of each set. */
    private List<int[]> number(List<PhraseDraft> drafts, int[] mentions, PhraseTrie.Growing tree) {
        List<int[]> sets = new ArrayList<>();
        Map<List<Integer>, Integer> setOfWords = new HashMap<>();
        int step = 0;
        for (int phrase = 0; phrase < drafts.size(); phrase++) {
            PhraseDraft draft = drafts.get(phrase);
            numbers[phrase] = draft.number();
            firstStep[phrase] = step;
            if (draft.isPlain()) {
                tree.add(phrase, Arrays.stream(draft.steps()).map(this::words).toArray(int[][]::new));
                continue;
            }
            for (int i = 0; i < draft.steps().length; i++) {
                int[] known = words(draft.steps()[i]);
                Arrays.stream(draft.steps()[i]).forEach(word -> mentions[word(word)]++);
                int set =
                        setOfWords.computeIfAbsent(Arrays.stream(known).boxed().toList(), any -> {
                            sets.add(known);
                            return sets.size() - 1;
                        });
                setOfStep[step] = set;
                gapOfStep[step++] = (byte) draft.gaps()[i];
            }
        }
        firstStep[drafts.size()] = step;
        return sets;
    }

    private int[] words(long[] hashes) {
        return Arrays.stream(hashes).mapToInt(this::word).distinct().toArray();
    }

    /** Makes of rows of values, for each value the rows that have it; the last entry of firsts is the end. */
    private static int[] invert(List<int[]> rows, int[] firsts) {
        for (int[] row : rows) {
            for (int value : row) {
                firsts[value + 1]++;
            }
        }
        for (int i = 1; i < firsts.length; i++) {
            firsts[i] += firsts[i - 1];
        }
        int[] inverted = new int[firsts[firsts.length - 1]];
        int[] next = firsts.clone();
        for (int i = 0; i < rows.size(); i++) {
            for (int value : rows.get(i)) {
                inverted[next[value]++] = i;
            }
        }
        return inverted;
    }

    /** Counts the sets. */
    int sets() {
        return firstWord.length - 1;
    }

    private boolean begins(int word) {
        return trie.begins(word);
    }

    private boolean isInSet(int word) {
        return word > 0 && word <= wordsInSets;
    }

    private boolean leads(int word) {
        return firstPhrase[word] < firstPhrase[word + 1];
    }

    private long bits(int[] words) {
        return Arrays.stream(words).mapToLong(word -> 1L << bitOfWord[word]).reduce(0, (one, other) -> one | other);
    }

    static long bit(int word) {
        return 1L << word;
    }

    private static int[] weights(List<int[]> sets, int[] mentions) {
        return sets.stream()
                .mapToInt(words ->
                        Arrays.stream(words).map(word -> mentions[word]).sum())
                .toArray();
    }

    /** Finds the rarest set of a phrase apart from one; {@link #NONE} if there is no other. */
    private int rarest(int phrase, int except, int[] weights) {
        int rarest = NONE;
        for (int step = firstStep[phrase]; step < firstStep[phrase + 1]; step++) {
            int set = setOfStep[step];
            if (set != except && (rarest == NONE || weights[set] < weights[rarest])) {
                rarest = set;
            }
        }
        return rarest;
    }

    private int at(long hash) {
        int at = (int) (hash ^ (hash >>> 29)) & mask;
        while (keys[at] != 0 && keys[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private int word(long hash) {
        return words[at(hash)];
    }

    /** Tells whether no phrase has a gap or a choice of many words. */
    boolean isPlain() {
        return wordsInSets == 0;
    }

    /** What a token is, see {@link TokenWords}; it hangs on the token's letters alone, so that it may be noted. */
    long wordsOf(Tokens tokens, int token, @Nullable WordNotes notes) {
        if (notes == null) {
            return wordsOf(tokens, token);
        }
        int form = tokens.form(token);
        long known = notes.get(form);
        if (known == WordNotes.NONE) {
            known = wordsOf(tokens, token);
            notes.set(form, known);
        }
        return known;
    }

    private long wordsOf(Tokens tokens, int token) {
        int word = word(onStems ? tokens.stem(token) : tokens.word(token));
        int exact = onStems ? word(tokens.word(token) * PhraseAutomaton.EXACT) : 0;
        if (exact == 0 && tokens.isNumber(token)) {
            exact = anyNumber;
        }
        return TokenWords.of(
                word,
                exact,
                begins(word) || begins(exact),
                isInSet(word) || isInSet(exact),
                leads(word) || leads(exact));
    }
}
