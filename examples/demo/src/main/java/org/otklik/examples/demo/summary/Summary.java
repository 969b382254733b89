package org.otklik.examples.demo.summary;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.IncidentDesk;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.report.ActivityRanking;
import org.otklik.report.Compliance;
import org.otklik.report.CountTable;
import org.otklik.report.InstructionOutcomes;
import org.otklik.report.Report;
import org.otklik.report.RoundVerdict;
import org.otklik.report.Rounds;
import org.otklik.report.WorkRanking;
import org.otklik.sla.ClockName;
import org.otklik.spi.storage.SignalState;

/** The readable end of the demo, in Russian, at most 80 columns wide. */
public final class Summary {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", RUSSIAN);
    private static final int LINES = 7;

    private final IncidentDesk desk;
    private final Report report;
    private final DayFacts facts;
    private final Sheet sheet = new Sheet();

    private Summary(IncidentDesk desk, Report report, DayFacts facts) {
        this.desk = desk;
        this.report = report;
        this.facts = facts;
    }

    /**
     * Writes the summary.
     *
     * @param desk the desk at the end of the day
     * @param report its report
     * @param facts the incidents and what the networks show
     * @param accuracy how often the desk was right
     * @return lines of at most 80 columns
     */
    public static String of(IncidentDesk desk, Report report, DayFacts facts, Accuracy accuracy) {
        Summary summary = new Summary(desk, report, facts);
        summary.write(accuracy);
        return summary.sheet.toString();
    }

    private void write(Accuracy accuracy) {
        String moment =
                MOMENT.format(report.frame().asOf().atZone(report.frame().zone()));
        sheet.line("").title(desk.region().name(RUSSIAN) + ": итоги на " + moment);
        sheet.heading("ЧТО ПРИШЛО");
        arrivals();
        sheet.heading("ЧТО СТАЛО ИНЦИДЕНТОМ И ПОЧЕМУ (примеры)");
        new Reasons(desk).write(facts.incidents(), sheet);
        sheet.heading("КУДА НАПРАВЛЕНО");
        destinations();
        sheet.heading("СРОКИ");
        clocks();
        sheet.heading("ОТВЕТЫ");
        new Answers(facts).write(sheet);
        sheet.line("").note("Сбои сетей, которые стол пережил (пережито / случилось):");
        Recoveries.of(facts).write(sheet);
        sheet.heading("РЕЙТИНГ: АКТИВНОСТЬ ЖИТЕЛЕЙ (сообщений на 1000 человек)");
        activity();
        sheet.heading("РЕЙТИНГ: РАБОТА ОРГАНОВ (в срок / всего с наступившим сроком)");
        work();
        sheet.heading("ПОРУЧЕНИЯ");
        instructions();
        sheet.heading("ТОЧНОСТЬ");
        accuracy.write(sheet);
        sheet.line("");
    }

    private void arrivals() {
        CountTable<String> states = report.signals().byState();
        sheet.row("Сообщений", report.signals().total());
        report.signals().byNetwork().lines().forEach(line -> sheet.row("  " + line.key(), line.count()));
        sheet.row("Открыли инцидент", states.of(SignalState.PROMOTED.name()));
        sheet.row("Присоединены к открытому инциденту", states.of(SignalState.ATTACHED.name()));
        sheet.row("Не инцидент (с причиной)", states.of(SignalState.REJECTED.name()));
        sheet.row("Ждут модератора", states.of(SignalState.NEEDS_REVIEW.name()));
        sheet.row("Переданы другим службам", states.of(SignalState.HANDED_OVER.name()));
        long rest = states.of(SignalState.CAPTURED.name()) + states.of(SignalState.QUARANTINED.name());
        sheet.row("Не разобраны", rest);
    }

    private void destinations() {
        sheet.row("Инцидентов", report.incidents().total());
        report.incidents().byRootTopic().lines().stream()
                .limit(LINES)
                .forEach(line -> sheet.row("  тема: " + report.names().topic(line.key(), RUSSIAN), line.count()));
        bodies().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(LINES)
                .forEach(entry -> sheet.row("  орган: " + entry.getKey(), entry.getValue()));
        long without = facts.incidents().stream()
                .filter(incident -> incident.state().isOpen() && incident.lead().isEmpty())
                .count();
        sheet.row("  открыты и ещё без органа", without);
        long declined = facts.incidents().stream()
                .filter(incident -> !incident.declinedBy().isEmpty())
                .count();
        sheet.row("Орган отказался: не его вопрос, направлено другому", declined);
        long merged = facts.incidents().stream()
                .filter(incident -> incident.state() == IncidentState.MERGED)
                .count();
        sheet.row("Объединено с тем же вопросом других жителей", merged);
    }

    private Map<String, Integer> bodies() {
        Map<String, Integer> bodies = new TreeMap<>();
        facts.incidents().stream()
                .flatMap(incident -> incident.lead().stream())
                .forEach(body -> bodies.merge(report.names().body(body, RUSSIAN), 1, Integer::sum));
        return bodies;
    }

    private void clocks() {
        Compliance compliance = report.compliance();
        Rounds rounds = compliance.overall();
        sheet.row("Ответ за 24 часа: в срок / всего с наступившим сроком", rounds.timely());
        sheet.row("  с опозданием", rounds.of(RoundVerdict.LATE));
        sheet.row("  срок прошёл, ответа нет", rounds.of(RoundVerdict.OVERDUE));
        sheet.row("Не вошли в расчёт", rounds.excluded());
        rounds.exclusions().forEach(why -> sheet.row("  " + exclusion(why), rounds.of(why)));
        compliance
                .timeToAnswer()
                .median()
                .ifPresent(time -> sheet.row("Половина ответов дана не позже чем за", time(time)));
        compliance.timeToAnswer().p90().ifPresent(time -> sheet.row("Девять из десяти не позже чем за", time(time)));
        Optional<Incident> open = facts.incidents().stream()
                .filter(incident -> incident.state().isOpen()
                        && incident.clock(ClockName.FINAL).isPresent())
                .findFirst();
        open.ifPresent(incident -> sheet.row("Самый старый открытый инцидент", incident.number()));
    }

    private static String exclusion(RoundVerdict why) {
        return switch (why) {
            case RUNNING -> "срок ещё идёт";
            case PAUSED -> "часы стоят";
            case UNROUTABLE -> "орган не найден, срок идёт";
            case NO_DEADLINE -> "без срока (благодарность)";
            case REJECTED -> "оказалось не инцидентом";
            case MERGED -> "учтено в другом инциденте";
            case WITHOUT_ANSWER -> "ответ не нужен";
            case CANCELLED -> "часы отменены";
            case IMPORTED -> "перенесён из прежней системы";
            default -> why.name();
        };
    }

    private static String time(Duration duration) {
        return duration.toHours() + " ч " + duration.toMinutesPart() + " мин";
    }

    private void activity() {
        List<ActivityRanking.Line> lines = report.activity().ranked();
        lines.stream()
                .limit(LINES)
                .forEach(line -> sheet.row(
                        line.rank() + ". " + report.names().place(line.place(), RUSSIAN),
                        String.format(Locale.ROOT, "%.3f (%d)", line.perThousand(), line.posts())));
        if (lines.size() > LINES) {
            sheet.note("… и ещё " + (lines.size() - LINES) + " в отчёте");
        }
    }

    private void work() {
        List<WorkRanking.Line> lines = report.work().ranked();
        lines.stream()
                .limit(LINES)
                .forEach(line -> sheet.row(
                        line.rank() + ". " + report.names().body(line.body(), RUSSIAN),
                        line.own().timely()));
        sheet.note("Вне рейтинга (меньше " + report.work().minimumVolume() + " наступивших сроков): "
                + report.work().notRanked().size() + ". Переадресованное считается отдельно.");
    }

    private void instructions() {
        InstructionOutcomes outcomes = report.instructions();
        sheet.row("Дано", outcomes.issued());
        sheet.row(
                "Подтверждено исполнение: полностью / частично / нет",
                outcomes.positive() + " / " + outcomes.partial() + " / " + outcomes.negative());
        sheet.row("Положительных из подтверждённых", outcomes.positiveShare());
        sheet.row("В работе, из них просрочено", outcomes.open() + ", " + outcomes.overdue());
    }
}
