package org.otklik.adapters.twitter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what X takes for links, with or without a scheme: they cost 23 characters each, and money.
 *
 * <p>The grammar is that of X's own twitter-text 3.1.0 (Apache-2.0); the domains stand in a file beside this class.
 */
final class XLinks {

    private static final int LONGEST_LINK = 4096;
    private static final int LONGEST_SHORT_LINK = 40;

    private static final String LATIN =
            "a-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff\\u0100-\\u024f\\u0253\\u0254"
                    + "\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff";
    private static final String UNICODE = "[^-_!\"#$%&'()*+,./:;<=>?@\\[\\]^`{|}~\\s\\p{Z}\\p{InGeneralPunctuation}]";
    private static final String UNICODE_OR_HYPHEN =
            "[^_!\"#$%&'()*+,./:;<=>?@\\[\\]^`{|}~\\s\\p{Z}\\p{InGeneralPunctuation}]";

    /** No host has more labels, no label more characters; without bounds a text of dots would take minutes. */
    private static final String LABELS = "{0,126}";

    private static final String SUBDOMAIN = "(?>(?:[" + LATIN + "][" + LATIN + "\\-_]{0,62})?[" + LATIN + "]\\.)";
    private static final String NAME = "(?:(?:[" + LATIN + "][" + LATIN + "\\-]{0,62})?[" + LATIN + "]\\.)";
    private static final String UNICODE_NAME = "(?:(?:" + UNICODE + UNICODE_OR_HYPHEN + "{0,62})?" + UNICODE + "\\.)";

    private static final String IN_PATH = "[" + LATIN + "!*';:=+,.$/%#\\[\\]\\-\\u2013_~|&@\\u0400-\\u04ff]";
    private static final String PARENTHESES =
            "\\((?:" + IN_PATH + "+|(?:" + IN_PATH + "*\\(" + IN_PATH + "+\\)" + IN_PATH + "*))\\)";
    private static final String PATH_END = "[" + LATIN + "=_#/\\-+\\u0400-\\u04ff]|(?:" + PARENTHESES + ")";
    private static final String PATH = "(?:(?:" + IN_PATH + "*(?:" + PARENTHESES + IN_PATH + "*){0,100}(?:" + PATH_END
            + "))|(?:@" + IN_PATH + "+/))";
    private static final String QUERY = "\\?[a-z0-9!?*'();:&=+$/%#\\[\\]\\-_.,~|@]*[a-z0-9\\-_&=#/]";
    private static final String BEFORE = "(?:[^a-z0-9@\\uff20$#\\uff03\\ufffe\\ufeff\\uffff]"
            + "|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|^)";

    private static final Pattern LINK = compile();
    private static final Pattern SHORT_LINK =
            Pattern.compile("^https?://t\\.co/([a-z0-9]+)(?:" + QUERY + ")?", Pattern.CASE_INSENSITIVE);

    private XLinks() {}

    /** Where a link stands in a text; immutable. */
    record Span(int start, int end) {}

    private static Pattern compile() {
        List<String> domains = domains();
        String country = oneOf(domains.get(1));
        String any = "(?:" + oneOf(domains.get(0)) + "|" + country + ")";
        String domain = "(?:" + SUBDOMAIN + LABELS + NAME + "(?:" + any + "|xn--[-0-9a-z]+))"
                + "|(?:(?<=https?://)(?:" + NAME + country + "|" + UNICODE_NAME + any + "))"
                + "|(?:" + NAME + country + "(?=/))";
        return Pattern.compile(
                "(" + BEFORE + ")((https?://)?(" + domain + ")(?::[0-9]++)?(?:/" + PATH + "{0,100}+)?(?:" + QUERY
                        + ")?)",
                Pattern.CASE_INSENSITIVE);
    }

    private static String oneOf(String domains) {
        return "(?:(?:" + domains + ")(?=[^a-z0-9@+-]|$))";
    }

    /** Generic domains and those of countries, each as an expression. */
    private static List<String> domains() {
        Branch generic = new Branch();
        Branch countries = new Branch();
        boolean isGeneric = true;
        for (String line : lines()) {
            isGeneric &= !line.startsWith("ac ");
            for (String domain : line.split(" ", -1)) {
                (isGeneric ? generic : countries).add(domain);
            }
        }
        return List.of(generic.expression(), countries.expression());
    }

    /** Domains by their letters, so that looking for one of 1,600 takes a few steps; longer ones are tried first. */
    private static final class Branch {

        private final Map<Character, Branch> next = new TreeMap<>();
        private boolean end;

        void add(String domain) {
            Branch at = this;
            for (int i = 0; i < domain.length(); i++) {
                at = at.next.computeIfAbsent(domain.charAt(i), fresh -> new Branch());
            }
            at.end = true;
        }

        String expression() {
            if (next.isEmpty()) {
                return "";
            }
            String branches = next.entrySet().stream()
                    .map(one -> Pattern.quote(one.getKey().toString())
                            + one.getValue().expression())
                    .collect(Collectors.joining("|", "(?:", ")"));
            return end ? branches + '?' : branches;
        }
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(XLinks.class.getResourceAsStream("top-level-domains.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of domains cannot be read from the adapter's own jar.", e);
        }
    }

    /** Finds the links of a text in order. */
    static List<Span> in(String text) {
        List<Span> links = new ArrayList<>();
        if (text.indexOf('.') < 0) {
            return links;
        }
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            boolean bare = matcher.group(3) == null;
            if (bare && matcher.group(1).matches("[-_./]")) {
                continue;
            }
            String link = matcher.group(2);
            Matcher shortLink = SHORT_LINK.matcher(link);
            int end = matcher.end(2);
            if (shortLink.find()) {
                if (shortLink.group(1).length() > LONGEST_SHORT_LINK) {
                    continue;
                }
                end = matcher.start(2) + shortLink.end();
            }
            if (isHost(matcher.group(4), end - matcher.start(2) + (bare ? "https://".length() : 0))) {
                links.add(new Span(matcher.start(2), end));
            }
        }
        return links;
    }

    /** A label of a host has at most 63 characters when written in ASCII; the JDK checks that. */
    private static boolean isHost(String host, int length) {
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            return !ascii.isEmpty() && length + ascii.length() - host.length() <= LONGEST_LINK;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
