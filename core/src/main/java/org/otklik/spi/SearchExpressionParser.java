package org.otklik.spi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.otklik.spi.SearchExpression.Kind;
import org.otklik.spi.SearchExpression.Term;

/** Reads a search expression from left to right; for one text. */
final class SearchExpressionParser {

    private static final int LONGEST = 2_000;

    private final String text;
    private int at;

    SearchExpressionParser(String text) {
        this.text = text;
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A search has at most " + LONGEST + " characters, not " + text.length() + ".");
        }
    }

    SearchExpression parse() {
        List<Set<Term>> all = new ArrayList<>();
        Set<Term> none = new LinkedHashSet<>();
        for (skipSpace(); at < text.length(); skipSpace()) {
            if (take('-')) {
                none.add(term());
            } else if (take('(')) {
                all.add(alternatives());
            } else {
                all.add(Set.of(term()));
            }
        }
        if (all.isEmpty()) {
            throw mistake("a word, a phrase in quotes or a hashtag without a minus is expected");
        }
        return new SearchExpression(all, none);
    }

    private Set<Term> alternatives() {
        Set<Term> terms = new LinkedHashSet<>();
        do {
            skipSpace();
            terms.add(term());
            skipSpace();
        } while (take('|'));
        if (!take(')')) {
            throw mistake("a '|' or a ')' is expected");
        }
        return terms;
    }

    private Term term() {
        if (take('"')) {
            return phrase();
        }
        return take('#') ? new Term(Kind.HASHTAG, word()) : new Term(Kind.WORD, word());
    }

    private Term phrase() {
        int end = text.indexOf('"', at);
        if (end < 0) {
            throw mistake("the phrase has no closing quote");
        }
        String words = text.substring(at, end).strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            throw mistake("the phrase is empty");
        }
        at = end + 1;
        return new Term(Kind.PHRASE, words);
    }

    private String word() {
        int start = at;
        while (at < text.length() && isPartOfWord(text.charAt(at), at > start)) {
            at++;
        }
        if (start == at) {
            throw mistake("a word, a phrase in quotes or a hashtag is expected");
        }
        return text.substring(start, at);
    }

    private static boolean isPartOfWord(char c, boolean inside) {
        return Character.isLetterOrDigit(c) || c == '_' || (inside && (c == '-' || c == '.'));
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean take(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    private IllegalArgumentException mistake(String what) {
        return new IllegalArgumentException(
                "The search '" + text + "' cannot be read at character " + (at + 1) + ": " + what + ".");
    }
}
