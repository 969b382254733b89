package org.otklik.benchmarks;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.List;
import java.util.TreeMap;

/** Aho-Corasick in a double array behind a plain normaliser; blanks around phrases and texts keep words whole. */
final class HankcsPeer {

    private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();

    HankcsPeer(List<String> phrases) {
        TreeMap<String, Integer> map = new TreeMap<>();
        for (int i = 0; i < phrases.size(); i++) {
            map.put(" " + phrases.get(i) + " ", i);
        }
        trie.build(map);
    }

    /** Counts the places at which rules match. */
    int count(String text) {
        int[] hits = new int[1];
        trie.parseText(" " + RuleSet.normalised(text) + " ", (AhoCorasickDoubleArrayTrie.IHit<Integer>)
                (begin, end, value) -> hits[0]++);
        return hits[0];
    }
}
