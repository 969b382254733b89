package org.otklik.tck;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.otklik.classify.Classification;
import org.otklik.classify.Classifier;
import org.otklik.id.BodyId;
import org.otklik.route.Route;
import org.otklik.route.RouteReason;
import org.otklik.route.Router;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.SlaTerms;
import org.otklik.text.Evidence;

/** Classifiers, routers and policies that break their contracts must be noticed. */
class DecisionSaboteursTest {

    @Test
    void classifiers_that_break_their_contract_are_caught() {
        Kit.catches(CallsPicturesNoise.class, "a_post_of_pictures_alone_is_never_put_aside");
        Kit.catches(PointsOutside.class, "every_span_lies_inside_the_text_that_it_names");
        Kit.catches(Throws.class, "no_text_makes_it_throw_and_every_decision_has_evidence_and_a_version");
        Kit.catches(
                ChangesItsMind.class,
                "the_same_text_gets_the_same_answer_whatever_came_between",
                "threads_do_not_disturb_each_other");
    }

    private static Classification noise(String rule, int end) {
        return new Classification.NotAnIncident(
                Classification.NotAnIncident.Reason.NOISE, 1, List.of(Evidence.of(rule, 0, end)), "v1");
    }

    static class CallsPicturesNoise extends ClassifierContract {
        @Override
        protected Classifier classifier() {
            return text -> noise("no-words", 0);
        }
    }

    static class PointsOutside extends ClassifierContract {
        @Override
        protected Classifier classifier() {
            return text -> noise("far", text.post().text().length() + 1);
        }
    }

    static class Throws extends ClassifierContract {
        @Override
        protected Classifier classifier() {
            return text -> noise(text.post().text().substring(1, 2), 0);
        }
    }

    static class ChangesItsMind extends ClassifierContract {
        @Override
        protected Classifier classifier() {
            AtomicInteger asked = new AtomicInteger();
            return text -> noise("asked-" + asked.incrementAndGet(), 0);
        }
    }

    @Test
    void routers_that_break_their_contract_are_caught() {
        Kit.catches(AsksAgain.class, "a_body_that_declined_never_comes_back_and_in_the_end_nobody_is_left");
        Kit.catches(KeepsItsReasons.class, "every_route_is_explained");
        Kit.catches(TakesTurns.class, "the_same_matter_goes_the_same_way");
        Kit.catches(FindsNobody.class, "at_least_one_matter_finds_a_body");
    }

    private static Route to(String body, List<RouteReason> reasons) {
        return new Route.Routed(BodyId.of(body), List.of(), List.of(), "all", reasons, 1, "v1");
    }

    static class AsksAgain extends CustomRouterTest {
        @Override
        protected Router router() {
            return request -> to("adm-syzran", List.of(RouteReason.ANY_TOPIC));
        }
    }

    static class KeepsItsReasons extends CustomRouterTest {
        @Override
        protected Router router() {
            return request -> to("adm-syzran", List.of());
        }
    }

    static class TakesTurns extends CustomRouterTest {
        @Override
        protected Router router() {
            AtomicInteger asked = new AtomicInteger();
            return request -> to("body-" + asked.incrementAndGet(), List.of(RouteReason.ANY_TOPIC));
        }
    }

    static class FindsNobody extends CustomRouterTest {
        @Override
        protected Router router() {
            return request -> new Route.Unroutable(Route.Unroutable.Reason.NO_RULE, List.of(), Optional.empty(), "v1");
        }
    }

    @Test
    void policies_that_break_their_contract_are_caught() {
        Kit.catches(GivesLessEachTime.class, "the_same_case_gets_the_same_terms");
        Kit.catches(HidesItsVersion.class, "every_case_has_terms_with_a_version");
        Kit.catches(BorrowsAVersion.class, "targets_are_longer_than_nothing_and_name_their_policy");
        Kit.catches(PromisesNothing.class, "a_complaint_is_answered_within_some_time");
    }

    private static SlaTerms terms(String version, String targetVersion, int seconds) {
        ClockTarget target = ClockTarget.aroundTheClock(Duration.ofSeconds(seconds), 75, targetVersion);
        return SlaTerms.of(version, Map.of(ClockName.FINAL, target));
    }

    static class GivesLessEachTime extends SlaPolicyContract {
        @Override
        protected SlaPolicy policy() {
            AtomicInteger seconds = new AtomicInteger(86_400);
            return subject -> terms("v1", "v1", seconds.decrementAndGet());
        }
    }

    static class HidesItsVersion extends SlaPolicyContract {
        @Override
        protected SlaPolicy policy() {
            return subject -> terms(" ", " ", 60);
        }
    }

    static class BorrowsAVersion extends SlaPolicyContract {
        @Override
        protected SlaPolicy policy() {
            return subject -> terms("v1", "v0", 60);
        }
    }

    static class PromisesNothing extends SlaPolicyContract {
        @Override
        protected SlaPolicy policy() {
            return subject -> SlaTerms.of("v1", Map.of());
        }
    }
}
