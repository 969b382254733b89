package org.otklik.tck;

import java.util.List;
import java.util.Optional;
import org.otklik.classify.Classification;
import org.otklik.classify.Classifier;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.classify.Tone;
import org.otklik.id.TopicId;
import org.otklik.text.Evidence;
import org.otklik.text.Segment;

/** A classifier of one's own: it knows one word, and asks a person about everything else. */
class CustomClassifierTest extends ClassifierContract {

    @Override
    protected Classifier classifier() {
        return text -> {
            int at = text.post().text().indexOf("Яма");
            if (at < 0) {
                List<Evidence> nothing = List.of(Evidence.whole("no-hole", Segment.POST));
                return new Classification.Unsure(
                        Classification.Unsure.Reason.NO_TOPIC,
                        Optional.empty(),
                        List.of(),
                        Tone.NEUTRAL,
                        Severity.NORMAL,
                        nothing,
                        "holes-1");
            }
            return new Classification.Candidate(
                    MessageKind.COMPLAINT,
                    Optional.of(TopicId.of("roads.potholes")),
                    Tone.NEUTRAL,
                    Severity.NORMAL,
                    0.9,
                    List.of(Evidence.of("hole", at, at + 3)),
                    "holes-1");
        };
    }
}
