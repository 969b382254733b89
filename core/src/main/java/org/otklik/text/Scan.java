package org.otklik.text;

/**
 * One pass from characters to tokens; for one thread, may read several texts one after another.
 *
 * <p>Every step looks ahead at most a fixed number of characters or moves on by what it looked at, so the pass is
 * linear in the length of any text.
 */
final class Scan {

    private char[] text = new char[256];
    private int length;
    private final char[] word = new char[Words.LONGEST];

    private TokenBuffer tokens = new TokenBuffer(0);
    private TextMarks marks = new TextMarks();
    private int pending;
    private int hashtagEnd;

    Tokens read(String source) {
        length = source.length();
        if (text.length < length) {
            text = new char[length];
        }
        source.getChars(0, length, text, 0);
        tokens = new TokenBuffer(length);
        marks = new TextMarks();
        pending = Tokens.BREAK;
        hashtagEnd = 0;
        int at = 0;
        while (at < length) {
            at = Letters.fold(text[at]) > Letters.IGNORED ? readWord(at) : readMark(at);
        }
        return new Tokens(tokens, marks);
    }

    private int readMark(int at) {
        int skipped = Markup.skip(text, at, length);
        if (skipped > at) {
            return skipped;
        }
        switch (text[at]) {
            case '\n', '\r', '…', ';' -> pending |= Tokens.BREAK;
            case '?' -> {
                marks.questions++;
                pending |= Tokens.BREAK;
            }
            case '!' -> {
                marks.exclamations++;
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
        return at < length && Letters.fold(text[at]) > Letters.IGNORED;
    }

    /** A full stop after a short word is that of an abbreviation, as in «ул. Победы», unless a line ends here. */
    private boolean endsSentence(int at) {
        int last = tokens.size - 1;
        return last < 0 || tokens.ends[last] != at || at - tokens.starts[last] > 4;
    }

    private int readWord(int start) {
        int link = Markup.linkEnd(text, start, length);
        if (link > start) {
            marks.links++;
            return link;
        }
        int at = start;
        int size = 0;
        int seen = 0;
        while (at < length) {
            char c = text[at];
            char folded = Letters.fold(c);
            if (folded == Letters.SEPARATOR) {
                break;
            }
            if (folded == Letters.BREVE || folded == Letters.DIAERESIS) {
                Letters.compose(word, size, folded);
            } else if (folded != Letters.IGNORED) {
                seen |= WordShape.of(c, folded);
                if (size < Words.LONGEST) {
                    word[size++] = folded;
                }
            }
            at++;
        }
        add(start, at, size, seen);
        return at;
    }

    private void add(int start, int end, int size, int seen) {
        if (WordShape.isMixed(seen)) {
            Letters.unmask(word, size);
        }
        boolean capital = Character.isUpperCase(text[start]);
        int flags = pending | WordShape.flags(seen, capital, size) | (start < hashtagEnd ? Tokens.HASHTAG : 0);
        marks.foreignTokens += WordShape.isForeign(seen) ? 1 : 0;
        marks.latinTokens += (flags & Tokens.LATIN) != 0 ? 1 : 0;
        long hash = Words.hash(word, size);
        long stem = Words.hash(word, Stemmer.stem(word, size));
        tokens.add(start, end, hash, stem, flags);
        pending = 0;
    }
}
