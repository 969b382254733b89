package org.otklik.examples.demo.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.Replies;
import org.otklik.Replies.GivenAnswer;
import org.otklik.Replies.Way;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.examples.demo.posts.Timeline;
import org.otklik.id.DraftId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentSummary;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyRequest;
import org.otklik.reply.ReplyType;
import org.otklik.route.OfficialAccount;
import org.otklik.spi.Replyability;

/** How an official answers: by a draft that the administrator approves, or by himself, which he then registers. */
final class Answering {

    private static final int BY_HIMSELF = 8;
    private static final int RUDE_FIRST = 6;
    private static final int INTERIM = 8;
    private static final int QUESTION = 4;

    private final IncidentDesk desk;
    private final AnswerTexts texts;

    Answering(IncidentDesk desk) {
        this.desk = desk;
        texts = AnswerTexts.load(desk.region());
    }

    void work(Actor official, IncidentSummary line, Instant now) {
        Incident incident = desk.incidents().get(official, line.id());
        Optional<Draft> unfinished = incident.drafts().stream()
                .filter(draft -> draft.state() == DraftState.DRAFT)
                .findFirst();
        if (unfinished.isPresent()) {
            finish(official, incident, unfinished.get(), now);
        } else if (!isWaiting(incident)) {
            begin(official, incident, now);
        }
    }

    private static boolean isWaiting(Incident incident) {
        return incident.life().waitsForAuthor()
                || incident.publications().stream().map(Publication::state).anyMatch(PublicationState::isOpen)
                || incident.officialAnswers().stream()
                        .anyMatch(answer -> answer.state() == OfficialAnswer.State.OFFERED);
    }

    private void begin(Actor official, Incident incident, Instant now) {
        List<Way> ways = desk.replies().ways(official, incident.id()).orThrow();
        if (ways.isEmpty()) {
            return;
        }
        Optional<OfficialAccount> speaker = ways.stream()
                .filter(Answering::isOpen)
                .flatMap(way -> way.account().stream())
                .map(choice -> choice.account())
                .findFirst();
        boolean goesHimself = Chance.of(BY_HIMSELF, "himself", incident.number())
                && incident.drafts().isEmpty();
        if (speaker.isEmpty() || goesHimself) {
            registerOwnAnswer(official, incident, ways.get(0), now);
        } else {
            draft(official, incident, speaker.get(), targets(ways, speaker.get()), now);
        }
    }

    private static boolean isOpen(Way way) {
        return way.account().isPresent() && way.replyability() instanceof Replyability.Possible;
    }

    private static PostId[] targets(List<Way> ways, OfficialAccount speaker) {
        return ways.stream()
                .filter(Answering::isOpen)
                .filter(way -> way.account().stream()
                        .anyMatch(choice -> choice.account().equals(speaker)))
                .map(Way::post)
                .toArray(PostId[]::new);
    }

    private void registerOwnAnswer(Actor official, Incident incident, Way way, Instant now) {
        boolean byPhone = Chance.of(30, "by phone", incident.number());
        GivenAnswer answer = byPhone
                ? GivenAnswer.saying(texts.answer(incident, now), now.minus(Duration.ofMinutes(5)))
                : GivenAnswer.at(way.address().orElseGet(() -> Timeline.addressOf(way.post())), now);
        desk.replies().registerAnswer(official, incident.id(), answer).orThrow();
    }

    private void draft(Actor official, Incident incident, OfficialAccount speaker, PostId[] targets, Instant now) {
        ReplyRequest request = request(incident, now).only(targets).by(speaker.account());
        Draft draft = desk.replies().draft(official, request).orThrow();
        submit(official, incident, draft.id(), now);
    }

    private ReplyRequest request(Incident incident, Instant now) {
        boolean first = incident.drafts().isEmpty();
        if (first && Chance.of(RUDE_FIRST, "rude", incident.number())) {
            return ReplyRequest.finalTo(incident.id(), texts.rude(incident));
        } else if (first && Chance.of(INTERIM, "interim", incident.number())) {
            Instant until = now.plus(Duration.ofDays(5));
            return ReplyRequest.interimTo(incident.id(), texts.interim(incident, until), until);
        } else if (first
                && incident.municipality().isEmpty()
                && Chance.of(QUESTION * 5, "question", incident.number())) {
            return ReplyRequest.askAuthor(incident.id(), texts.question());
        }
        return ReplyRequest.finalTo(incident.id(), texts.answer(incident, now));
    }

    /** A draft that the check stops is written anew, as one that came back. */
    private void submit(Actor official, Incident incident, DraftId draft, Instant now) {
        Replies replies = desk.replies();
        Result<Draft> submitted = replies.submit(official, draft);
        if (!submitted.isDone()) {
            replies.revise(official, draft, texts.answer(incident, now)).orThrow();
            replies.submit(official, draft).orThrow();
        }
    }

    private void finish(Actor official, Incident incident, Draft draft, Instant now) {
        String text = draft.type() == ReplyType.INTERIM
                ? texts.interim(incident, draft.promisedUntil().orElse(now))
                : texts.answer(incident, now);
        desk.replies()
                .revise(official, draft.id(), text + " " + texts.afterRework(now))
                .orThrow();
        desk.replies().submit(official, draft.id()).orThrow();
    }
}
