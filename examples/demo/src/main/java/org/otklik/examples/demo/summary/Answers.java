package org.otklik.examples.demo.summary;

import java.util.stream.Stream;
import org.otklik.incident.Incident;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyType;

/** How answers were given. */
final class Answers {

    private final DayFacts facts;

    Answers(DayFacts facts) {
        this.facts = facts;
    }

    void write(Sheet sheet) {
        sheet.row("Опубликовано по согласованному тексту", published());
        sheet.row("Дано самими органами и принято администратором", accepted().count());
        for (OfficialAnswer.Origin origin : OfficialAnswer.Origin.values()) {
            sheet.row("  " + name(origin), accepted(origin));
        }
        sheet.row("Промежуточных ответов с обещанной датой", drafts(ReplyType.INTERIM));
        sheet.row("Уточняющих вопросов автору", drafts(ReplyType.QUESTION));
        sheet.row("Возвращено на доработку", reworks());
        sheet.row("Переписано после проверки текста (грубость)", stopped());
        sheet.row("Ждут публикации", waiting());
    }

    private long published() {
        return facts.publications().filter(one -> one.state().wasSent()).count();
    }

    private Stream<OfficialAnswer> accepted() {
        return facts.incidents().stream()
                .flatMap(incident -> incident.officialAnswers().stream())
                .filter(answer -> answer.state() == OfficialAnswer.State.ACCEPTED);
    }

    private long accepted(OfficialAnswer.Origin origin) {
        return accepted().filter(answer -> answer.origin() == origin).count();
    }

    private static String name(OfficialAnswer.Origin origin) {
        return switch (origin) {
            case LINK -> "по ссылке";
            case TEXT -> "по тексту";
            case OBSERVED -> "замечено в сети";
        };
    }

    private Stream<Draft> drafts() {
        return facts.incidents().stream().flatMap(incident -> incident.drafts().stream());
    }

    private long drafts(ReplyType type) {
        return drafts().filter(draft -> draft.type() == type).count();
    }

    private int reworks() {
        return facts.incidents().stream()
                .mapToInt(incident -> incident.life().tally().reworks())
                .sum();
    }

    /** Who revises a draft that nobody returned does it because the check stopped it. */
    private long stopped() {
        return facts.incidents().stream()
                .filter(incident -> incident.life().tally().reworks() == 0)
                .map(Incident::drafts)
                .filter(drafts -> drafts.stream().anyMatch(draft -> draft.revision() > 1))
                .count();
    }

    private long waiting() {
        return facts.publications()
                .filter(one -> one.state().isOpen() && one.state() != PublicationState.CANCELLED)
                .count();
    }
}
