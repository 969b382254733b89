package org.otklik.classify;

import java.util.List;

/** Texts by which a rule is tried: those that it must find and those that it must let pass. */
record RuleExamples(List<String> match, List<String> miss) {

    /** Fewer of either do not show what a rule means. */
    static final int FEWEST = 2;

    RuleExamples {
        match = List.copyOf(match);
        miss = List.copyOf(miss);
    }
}
