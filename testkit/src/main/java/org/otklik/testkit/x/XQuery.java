package org.otklik.testkit.x;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a query of search or a rule of the stream: what stands together is wanted together, OR is weaker. */
final class XQuery {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|-?\\(|\\)|-?\"[^\"]*\"|-?[\\p{Alpha}_]+:\\[[^\\]]*\\]|-?[\\p{Alpha}_]+:\"[^\"]*\"|[^\\s()\"]+");

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private boolean standsAlone;

    private XQuery(String query) {
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            if (!matcher.group().isBlank()) {
                tokens.add(matcher.group());
            }
        }
        if (end != query.length()) {
            throw new IllegalArgumentException("no viable alternative at character '" + query.charAt(end) + "'");
        }
    }

    /** Reads a query, or says what is wrong with it. */
    static Predicate<XPost> parse(String query) {
        XQuery parser = new XQuery(query);
        Predicate<XPost> whole = parser.alternatives();
        if (parser.at < parser.tokens.size()) {
            throw new IllegalArgumentException("extraneous input '" + parser.tokens.get(parser.at) + "'");
        }
        if (!parser.standsAlone) {
            throw new IllegalArgumentException("There must be at least one positive operator that can stand alone");
        }
        return whole;
    }

    private Predicate<XPost> alternatives() {
        Predicate<XPost> any = together();
        while (at < tokens.size() && tokens.get(at).equals("OR")) {
            at++;
            any = any.or(together());
        }
        return any;
    }

    private Predicate<XPost> together() {
        Predicate<XPost> all = single();
        while (at < tokens.size()
                && !tokens.get(at).equals("OR")
                && !tokens.get(at).equals(")")) {
            all = all.and(single());
        }
        return all;
    }

    private Predicate<XPost> single() {
        if (at >= tokens.size() || tokens.get(at).equals("OR") || tokens.get(at).equals(")")) {
            throw new IllegalArgumentException("a term is missing at position " + at);
        }
        String token = tokens.get(at++);
        if (token.equals("-(")) {
            throw new IllegalArgumentException("groups cannot be negated");
        }
        if (token.equals("(")) {
            return group();
        }
        boolean negated = token.length() > 1 && token.startsWith("-");
        String term = negated ? token.substring(1) : token;
        standsAlone |= !negated && XTerm.standsAlone(term);
        Predicate<XPost> found = XTerm.of(term.toLowerCase(Locale.ROOT));
        return negated ? found.negate() : found;
    }

    private Predicate<XPost> group() {
        Predicate<XPost> inner = alternatives();
        if (at >= tokens.size() || !tokens.get(at).equals(")")) {
            throw new IllegalArgumentException("missing ')'");
        }
        at++;
        return inner;
    }
}
