package org.otklik.classify;

import java.util.List;
import java.util.Objects;
import org.otklik.text.Evidence;

/** Evidence of two kinds, one behind the other; immutable and thread-safe. */
final class JoinedEvidence extends LazyEvidence {

    private final List<Evidence> first;
    private final List<Evidence> second;

    JoinedEvidence(List<Evidence> first, List<Evidence> second) {
        this.first = LazyEvidence.unchanging(first);
        this.second = LazyEvidence.unchanging(second);
    }

    @Override
    public Evidence get(int index) {
        Objects.checkIndex(index, size());
        return index < first.size() ? first.get(index) : second.get(index - first.size());
    }

    @Override
    public int size() {
        return first.size() + second.size();
    }
}
