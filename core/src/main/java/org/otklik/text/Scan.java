package org.otklik.text;

/**
 * One pass from characters to tokens; for one thread, may read several texts one after another.
 *
 * <p>Every step looks ahead at most a fixed number of characters or moves on by what it looked at, so the pass is
 * linear in the length of any text.
 */
final class Scan {

    private static final TokenBuffer NONE = new TokenBuffer();

    /** Ends with a separator, so that no look at the next character needs to ask for the end. */
    private char[] text = {};

    private int length;
    private final char[] word = new char[Words.LONGEST];

    private TokenBuffer tokens = NONE;
    private int pending;
    private int hashtagEnd;

    /** Fills a buffer with the tokens of a text. */
    void read(String source, TokenBuffer into) {
        length = source.length();
        into.clear(length);
        if (length == 0) {
            return;
        }
        if (text.length <= length) {
            text = new char[length + length / 4 + 1];
        }
        source.getChars(0, length, text, 0);
        text[length] = Letters.SEPARATOR;
        tokens = into;
        pending = Tokens.BREAK;
        hashtagEnd = 0;
        readAll();
        tokens = NONE;
    }

    private void readAll() {
        int at = 0;
        while (at < length) {
            int look = Letters.look(text[at]);
            if ((char) look > Letters.IGNORED) {
                at = readWord(at);
            } else if ((look & Letters.MARK) != 0) {
                at = readMark(at);
            } else {
                at++;
            }
        }
    }

    private int readMark(int at) {
        int skipped = Markup.skip(text, at, length);
        if (skipped > at) {
            return skipped;
        }
        switch (text[at]) {
            case '\n', '\r', '…', ';' -> pending |= Tokens.BREAK;
            case '?' -> {
                tokens.questions++;
                pending |= Tokens.BREAK;
            }
            case '!' -> {
                tokens.exclamations++;
                pending |= Tokens.BREAK;
            }
            case '.' -> pending |= endsSentence(at) ? Tokens.BREAK : 0;
            case ',', ':', '(', ')', '—', '–', '"', '«' -> pending |= Tokens.COMMA;
            case '-' -> pending |= at > 0 && isWordPart(at - 1) && isWordPart(at + 1) ? Tokens.HYPHEN : Tokens.COMMA;
            case '#' -> hashtagEnd = Markup.hashtagEnd(text, at, length);
            default -> {
                return at + 1;
            }
        }
        return at + 1;
    }

    private boolean isWordPart(int at) {
        return Letters.fold(text[at]) > Letters.IGNORED;
    }

    /** A full stop after a short word is that of an abbreviation, as in «ул. Победы», unless a line ends here. */
    private boolean endsSentence(int at) {
        int last = tokens.size - 1;
        return last < 0 || tokens.ends[last] != at || at - tokens.starts[last] > 4;
    }

    private int readWord(int start) {
        int link = (Letters.look(text[start]) & Letters.LATIN) == 0 ? start : Markup.linkEnd(text, start, length);
        if (link > start) {
            tokens.links++;
            return link;
        }
        int at = start;
        int size = 0;
        int seen = 0;
        long hash = Words.SEED;
        for (int look = Letters.look(text[at]); (char) look != Letters.SEPARATOR; look = Letters.look(text[++at])) {
            char folded = (char) look;
            if ((look & Letters.COMBINING) != 0) {
                Letters.compose(word, size, folded);
                seen |= look;
            } else if (folded != Letters.IGNORED) {
                seen |= look;
                if (size < Words.LONGEST) {
                    word[size++] = folded;
                    hash = (hash ^ folded) * Words.PRIME;
                }
            }
        }
        add(start, at, size, seen, hash);
        return at;
    }

    private void add(int start, int end, int size, int seen, long unfinished) {
        long hash = Words.finished(unfinished);
        if (WordShape.isMixed(seen) || (seen & Letters.COMBINING) != 0) {
            if (WordShape.isMixed(seen)) {
                Letters.unmask(word, size);
            }
            hash = Words.hash(word, size);
        }
        boolean capital = (Letters.look(text[start]) & Letters.CAPITAL) != 0;
        int flags = pending | WordShape.flags(seen, capital, size) | (start < hashtagEnd ? Tokens.HASHTAG : 0);
        tokens.foreignTokens += WordShape.isForeign(seen) ? 1 : 0;
        tokens.latinTokens += (flags & Tokens.LATIN) != 0 ? 1 : 0;
        add(start, end, hash, size, flags);
        pending = 0;
    }

    private void add(int start, int end, long hash, int size, int flags) {
        Vocabulary vocabulary = tokens.vocabulary;
        if (vocabulary == null) {
            tokens.add(start, end, hash, stem(size), Vocabulary.NONE, flags);
            return;
        }
        int number = vocabulary.number(hash);
        if (number == Vocabulary.NONE) {
            number = vocabulary.add(hash, stem(size));
        }
        tokens.add(start, end, hash, vocabulary.stem(number), number, flags);
    }

    /** The hash of the stem of the word that was read; its letters may change. */
    private long stem(int size) {
        return Words.hash(word, Stemmer.stem(word, size));
    }
}
