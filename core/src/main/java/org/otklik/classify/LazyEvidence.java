package org.otklik.classify;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.otklik.text.Evidence;

/**
 * Evidence of which each piece becomes an object when it is looked at, for most is never looked at; never changes, and
 * thread-safe.
 */
abstract sealed class LazyEvidence extends AbstractList<Evidence> implements RandomAccess
        permits RuleEvidence, LearnedEvidence, JoinedEvidence {

    /** Keeps evidence that never changes as it is and copies any other. */
    static List<Evidence> unchanging(List<Evidence> evidence) {
        return evidence instanceof LazyEvidence ? evidence : List.copyOf(evidence);
    }
}
