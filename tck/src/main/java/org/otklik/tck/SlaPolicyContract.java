package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.SlaSubject;
import org.otklik.sla.SlaTerms;

/** What a policy of deadlines keeps: terms for every case, always the same, that promise a time to come. */
public abstract class SlaPolicyContract {

    /** Creates the contract; JUnit does. */
    protected SlaPolicyContract() {}

    /**
     * Gives the policy to examine.
     *
     * @return a policy
     */
    protected abstract SlaPolicy policy();

    private static List<SlaSubject> subjects() {
        List<SlaSubject> subjects = new ArrayList<>();
        for (MessageKind kind : MessageKind.values()) {
            for (Severity severity : Severity.values()) {
                subjects.add(subject(kind, severity, Optional.empty(), false));
                subjects.add(subject(kind, severity, Optional.of(TopicId.of("roads.potholes")), true));
                subjects.add(subject(kind, severity, Optional.of(TopicId.of("nobody.knows.this")), false));
            }
        }
        return subjects;
    }

    private static SlaSubject subject(MessageKind kind, Severity severity, Optional<TopicId> topic, boolean fastTrack) {
        Instant at = Sample.START;
        return new SlaSubject(
                kind,
                severity,
                topic,
                fastTrack,
                topic.map(known -> BodyId.of("adm-tolyatti")),
                NetworkId.of("vk"),
                at,
                at.minus(Duration.ofHours(3)),
                at.minusSeconds(5));
    }

    @Test
    final void every_case_has_terms_with_a_version() {
        SlaPolicy policy = policy();

        for (SlaSubject subject : subjects()) {
            assertFalse(policy.terms(subject).policyVersion().isBlank());
        }
    }

    @Test
    final void the_same_case_gets_the_same_terms() {
        SlaPolicy policy = policy();

        List<SlaTerms> first = subjects().stream().map(policy::terms).toList();
        List<List<SlaTerms>> together =
                Together.run(4, thread -> subjects().stream().map(policy::terms).toList());

        together.forEach(terms -> assertEquals(first, terms));
    }

    @Test
    final void targets_are_longer_than_nothing_and_name_their_policy() {
        SlaPolicy policy = policy();

        for (SlaSubject subject : subjects()) {
            SlaTerms terms = policy.terms(subject);
            terms.targets().values().forEach(target -> {
                assertTrue(target.length().compareTo(Duration.ZERO) > 0);
                assertEquals(terms.policyVersion(), target.policyVersion());
            });
        }
    }

    @Test
    final void a_complaint_is_answered_within_some_time() {
        SlaPolicy policy = policy();
        SlaSubject complaint = subject(MessageKind.COMPLAINT, Severity.NORMAL, Optional.empty(), false);

        assertTrue(policy.terms(complaint).target(ClockName.FINAL).isPresent(), "A complaint has no deadline.");
    }
}
