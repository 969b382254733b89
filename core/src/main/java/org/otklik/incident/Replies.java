package org.otklik.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.otklik.id.DraftId;
import org.otklik.id.PublicationId;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;

/** What was written, sent and said to the people of an incident. */
record Replies(List<Draft> drafts, List<Publication> publications, List<OfficialAnswer> answers) {

    private static final String IMPORTED = "import";

    static final Replies NONE = new Replies(List.of(), List.of(), List.of());

    Replies {
        drafts = List.copyOf(drafts);
        publications = List.copyOf(publications);
        answers = List.copyOf(answers);
    }

    /** The answer that an earlier system recorded; its text lies where those of official answers lie. */
    static Replies of(IncidentEvent.Imported event) {
        return event.answeredAt()
                .map(at -> NONE.with(new OfficialAnswer(
                        IMPORTED,
                        event.lead(),
                        Optional.of(event.firstPost()),
                        new AnswerTime(at, AnswerTime.Source.STATED),
                        OfficialAnswer.Origin.TEXT,
                        OfficialAnswer.State.ACCEPTED)))
                .orElse(NONE);
    }

    Replies with(Draft draft) {
        return new Replies(appended(drafts, draft), publications, answers);
    }

    Replies with(Publication publication) {
        return new Replies(drafts, appended(publications, publication), answers);
    }

    Replies with(OfficialAnswer answer) {
        return new Replies(drafts, publications, appended(answers, answer));
    }

    Replies changing(DraftId id, UnaryOperator<Draft> change) {
        return new Replies(changed(drafts, draft -> draft.id().equals(id), change), publications, answers);
    }

    Replies moving(DraftId id, DraftState state) {
        return changing(id, draft -> draft.in(state));
    }

    Replies changing(PublicationId id, UnaryOperator<Publication> change) {
        return new Replies(drafts, changed(publications, one -> one.id().equals(id), change), answers);
    }

    Replies judging(String key, OfficialAnswer.State state) {
        return new Replies(
                drafts, publications, changed(answers, answer -> answer.key().equals(key), answer -> answer.in(state)));
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static <T> List<T> changed(List<T> list, Predicate<T> which, Function<T, T> change) {
        return list.stream()
                .map(one -> which.test(one) ? change.apply(one) : one)
                .toList();
    }
}
