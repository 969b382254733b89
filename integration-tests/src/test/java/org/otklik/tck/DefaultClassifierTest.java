package org.otklik.tck;

import org.otklik.Region;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.testkit.regions.MiniRegion;

class DefaultClassifierTest extends ClassifierContract {

    @Override
    protected Classifier classifier() {
        Region region = MiniRegion.load();
        return RuleClassifier.of(region.lexicon(), region.topics());
    }
}
