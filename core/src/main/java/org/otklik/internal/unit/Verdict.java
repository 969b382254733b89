package org.otklik.internal.unit;

import java.util.List;
import java.util.Optional;
import org.otklik.classify.Classification;
import org.otklik.text.Evidence;

/** What is stored of a decision on a post: codes and spans, no text. */
public record Verdict(String reason, List<Evidence> evidence, Optional<String> rulesVersion) {

    /** The network deleted the post. */
    public static final String SOURCE_GONE = "SOURCE_GONE";

    /** An official account spoke. */
    public static final String OFFICIAL_POST = "OFFICIAL_POST";

    /** The desk's own reply came back. */
    public static final String OWN_REPLY = "OWN_REPLY";

    /** The head of the region spoke in the thread of a post: perhaps an instruction. */
    public static final String INSTRUCTION_OFFER = "INSTRUCTION_OFFER";

    /** Where it is written which posts of the head became instructions. */
    public static final String ORIGINS = "instruction-origin";

    /** The offer was taken up. */
    public static final String INSTRUCTION_ISSUED = "INSTRUCTION_ISSUED";

    /** Copies the list. */
    public Verdict {
        evidence = List.copyOf(evidence);
    }

    /** Returns a verdict by a reason alone. */
    public static Verdict because(String reason) {
        return new Verdict(reason, List.of(), Optional.empty());
    }

    /** Returns a verdict by rules. */
    public static Verdict of(String reason, Classification classification) {
        return new Verdict(reason, classification.evidence(), Optional.of(classification.rulesVersion()));
    }
}
