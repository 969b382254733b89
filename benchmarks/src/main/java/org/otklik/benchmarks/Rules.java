package org.otklik.benchmarks;

import java.util.Locale;

/** Thousands of rules on raw texts, beside Lucene's Monitor and beside an Aho-Corasick automaton with a normaliser. */
final class Rules {

    private static final int TEXTS = 2_000;

    private Rules() {}

    /** Runs the forks and prints the medians. */
    static void compare(Options options) throws Exception {
        int count = options.count(TEXTS);
        Forks forks = Forks.run("rules-fork", options, count);
        System.out.printf(
                Locale.ROOT,
                "hits a text: ours on stems %.2f, Monitor (rules) %.2f; ours on words %.2f, hankcs %.2f; our rules built"
                        + " in %.0f ms%n",
                forks.median(RulesFork.HITS),
                forks.median(RulesFork.MONITOR_HITS),
                forks.median(RulesFork.EXACT_HITS),
                forks.median(RulesFork.HANKCS_HITS),
                forks.median(RulesFork.BUILD_MILLIS));
        String measured = "texts per CPU-second of one thread, 5,000 rules, n=" + count + ", median of " + forks.size()
                + " forks, peer ";
        Result.print(
                "rules",
                forks.median(RulesFork.STEMS),
                forks.median(RulesFork.MONITOR),
                measured + "Lucene Monitor 9.11.1, phrase queries, RussianAnalyzer");
        Result.print(
                "rules-words",
                forks.median(RulesFork.EXACT),
                forks.median(RulesFork.HANKCS),
                measured + "hankcs AhoCorasickDoubleArrayTrie 1.2.3 behind a normaliser");
        Result.print(
                "rules-many",
                1e9 / forks.median(RulesFork.MANY),
                1e9 / forks.median(RulesFork.STEMS),
                "CPU nanoseconds a text with 45,000 more rules that do not occur, beside those without");
    }
}
