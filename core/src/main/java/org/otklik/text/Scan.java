package org.otklik.text;

import org.jspecify.annotations.Nullable;

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
        readFrom(0, length);
        findStems();
        tokens = NONE;
    }

    /** Reads words and marks up to a place; returns where the last one ends, which may be behind it. */
    private int readFrom(int start, int end) {
        int at = start;
        while (at < end) {
            int look = Letters.look(text[at]);
            if ((char) look > Letters.IGNORED) {
                at = readWord(at);
            } else if ((look & Letters.MARK) != 0) {
                at = readMark(at);
            } else {
                at++;
            }
        }
        return at;
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
            case '#' -> {
                return readHashtag(at);
            }
            default -> {
                return at + 1;
            }
        }
        return at + 1;
    }

    private int readHashtag(int start) {
        int first = tokens.size;
        int at = readFrom(start + 1, Markup.hashtagEnd(text, start, length));
        tokens.mark(first, Tokens.HASHTAG);
        return at;
    }

    private boolean isWordPart(int at) {
        return Letters.fold(text[at]) > Letters.IGNORED;
    }

    /** A full stop after a short word is that of an abbreviation, as in «ул. Победы», unless a line ends here. */
    private boolean endsSentence(int at) {
        int last = tokens.size - 1;
        return last < 0 || tokens.end(last) != at || at - tokens.start(last) > 4;
    }

    /** Returns where to go on: behind a separator that means nothing. */
    private int readWord(int start) {
        int link = (Letters.look(text[start]) & Letters.LATIN) == 0 ? start : Markup.linkEnd(text, start, length);
        if (link > start) {
            tokens.links++;
            return link;
        }
        char[] chars = text;
        int at = start;
        int seen = 0;
        long hash = Words.SEED;
        int look = Letters.look(chars[at]);
        while ((look & Letters.PLAIN) != 0) {
            seen |= look;
            hash = (hash ^ (char) look) * Words.PRIME;
            look = Letters.look(chars[++at]);
        }
        if ((char) look != Letters.SEPARATOR || at - start > Words.LONGEST || WordShape.isMixed(seen)) {
            return readOddWord(start);
        }
        if ((seen & Letters.UNUSUAL) == 0) {
            tokens.add(start, at, Words.finished(hash), pending);
            pending = 0;
        } else {
            add(start, at, at - start, seen, Words.finished(hash));
        }
        return (look & Letters.MARK) == 0 ? at + 1 : at;
    }

    /** Reads a word with accents, invisible marks or letters of two alphabets, or one that is too long. */
    private int readOddWord(int start) {
        int at = start;
        int seen = 0;
        for (int look = Letters.look(text[at]); (char) look != Letters.SEPARATOR; look = Letters.look(text[++at])) {
            seen |= (char) look == Letters.IGNORED ? 0 : look;
        }
        int size = readLetters(start, at);
        add(start, at, size, seen, Words.hash(word, size));
        return at;
    }

    private void add(int start, int end, int size, int seen, long hash) {
        int shape = WordShape.of(seen);
        tokens.foreignTokens += shape >>> WordShape.FOREIGN & 1;
        tokens.latinTokens += shape >>> WordShape.LATIN & 1;
        int flags = pending | WordShape.flags(shape, Letters.look(text[start]), size);
        pending = 0;
        tokens.add(start, end, hash, flags);
    }

    /** Finds the stems of all words; a loop of its own, so that no look into memory waits for the letters of a word. */
    private void findStems() {
        Vocabulary vocabulary = tokens.vocabulary;
        for (int token = 0; token < tokens.size; token++) {
            int number = vocabulary == null ? Vocabulary.NONE : vocabulary.number(tokens.word(token));
            if (vocabulary != null && number != Vocabulary.NONE) {
                tokens.know(token, vocabulary.stem(number), number);
            } else {
                meet(token, vocabulary);
            }
        }
    }

    /** Most words are known by their hashes, so that their letters are needed only here. */
    private void meet(int token, @Nullable Vocabulary vocabulary) {
        int size = readLetters(tokens.start(token), tokens.end(token));
        long stem = Words.hash(word, Stemmer.stem(word, size));
        int number = vocabulary == null ? Vocabulary.NONE : vocabulary.add(tokens.word(token), stem);
        tokens.know(token, stem, number);
    }

    /** Folds a word into the room for one; returns how many letters it has. */
    private int readLetters(int start, int end) {
        int size = 0;
        int seen = 0;
        for (int at = start; at < end; at++) {
            int look = Letters.look(text[at]);
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
        return size;
    }
}
