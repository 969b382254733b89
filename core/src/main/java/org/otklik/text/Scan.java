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
        return last < 0 || tokens.end(last) != at || at - tokens.start(last) > 4;
    }

    private int readWord(int start) {
        char[] chars = text;
        int look = Letters.look(chars[start]);
        int link = (look & Letters.LATIN) == 0 ? start : Markup.linkEnd(chars, start, length);
        if (link > start) {
            tokens.links++;
            return link;
        }
        int at = start;
        int seen = 0;
        long hash = Words.SEED;
        while ((look & Letters.PLAIN) != 0) {
            seen |= look;
            hash = (hash ^ (char) look) * Words.PRIME;
            look = Letters.look(chars[++at]);
        }
        if ((char) look != Letters.SEPARATOR || at - start > Words.LONGEST || WordShape.isMixed(seen)) {
            return readOddWord(start);
        }
        add(start, at, at - start, seen, Words.finished(hash), false);
        return at;
    }

    /** Reads a word with accents, invisible marks or letters of two alphabets, or one that is too long. */
    private int readOddWord(int start) {
        int at = start;
        int size = 0;
        int seen = 0;
        for (int look = Letters.look(text[at]); (char) look != Letters.SEPARATOR; look = Letters.look(text[++at])) {
            char folded = (char) look;
            if ((look & Letters.COMBINING) != 0) {
                Letters.compose(word, size, folded);
                seen |= look;
            } else if (folded != Letters.IGNORED) {
                seen |= look;
                if (size < Words.LONGEST) {
                    word[size++] = folded;
                }
            }
        }
        if (WordShape.isMixed(seen)) {
            Letters.unmask(word, size);
        }
        add(start, at, size, seen, Words.hash(word, size), true);
        return at;
    }

    private void add(int start, int end, int size, int seen, long hash, boolean odd) {
        int shape = WordShape.of(seen);
        tokens.foreignTokens += shape >>> WordShape.FOREIGN & 1;
        tokens.latinTokens += shape >>> WordShape.LATIN & 1;
        int flags = pending | WordShape.flags(shape, Letters.look(text[start]), size);
        if (start < hashtagEnd) {
            flags |= Tokens.HASHTAG;
        }
        pending = 0;
        Vocabulary vocabulary = tokens.vocabulary;
        int number = vocabulary == null ? Vocabulary.NONE : vocabulary.number(hash);
        if (vocabulary != null && number != Vocabulary.NONE) {
            tokens.add(start, end, hash, vocabulary.stem(number), number, flags);
            return;
        }
        if (!odd) {
            keepLetters(start, end);
        }
        long stem = Words.hash(word, Stemmer.stem(word, size));
        tokens.add(start, end, hash, stem, vocabulary == null ? Vocabulary.NONE : vocabulary.add(hash, stem), flags);
    }

    /** Most words are known by their hashes, so that their letters are needed only here. */
    private void keepLetters(int start, int end) {
        for (int i = start; i < end; i++) {
            word[i - start] = Letters.fold(text[i]);
        }
    }
}
