package org.otklik.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.otklik.text.Evidence;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.Tokens;

/** Phrases that tell how wide a trouble reaches; immutable and thread-safe. */
@SuppressWarnings("EnumOrdinal") // wider scales come later
final class ScaleRules {

    private static final String PREFIX = "scale.";
    private static final Scale[] SCALES = Scale.values();
    private static final String[] RULES =
            Arrays.stream(SCALES).map(ScaleRules::rule).toArray(String[]::new);

    private final List<Scale> scales = new ArrayList<>();
    private final int firstNumber;

    /**
     * Adds the phrases to an automaton on stems.
     *
     * @param builder takes them
     * @param firstNumber the number of the first, above which there is no other
     */
    ScaleRules(PhraseAutomaton.Builder builder, int firstNumber) {
        this.firstNumber = firstNumber;
        add(builder, Scale.FEDERAL, 0, "федеральная", "трасса|дорога|автодорога|шоссе");
        add(builder, Scale.FEDERAL, 0, "м5|м7|м32|ржд|росавтодор|соцфонд|сфр|роспотребнадзор|фсин");
        add(builder, Scale.FEDERAL, 0, "м", "5|7|32");
        add(builder, Scale.FEDERAL, 0, "почта", "россии");
        add(builder, Scale.FEDERAL, 0, "пенсионный|социальный", "фонд");
        add(builder, Scale.FEDERAL, 0, "железная", "дорога");
        add(builder, Scale.REGIONAL, 1, "вся|всей|всю", "область|губерния|регион");
        add(builder, Scale.REGIONAL, 1, "весь|всего|всему|всем", "регион|край");
        add(builder, Scale.REGIONAL, 1, "вся|всей", "самарская", "область|губерния");
        add(builder, Scale.REGIONAL, 1, "по", "области|губернии|региону");
        add(builder, Scale.REGIONAL, 0, "региональная", "трасса|дорога");
        add(builder, Scale.MUNICIPAL, 1, "весь|всему|всем|пол|половина", "город|городе|городу|города|район|районе");
        add(
                builder,
                Scale.SETTLEMENT,
                1,
                "весь|всё|все|всему|всем|всего|пол",
                "посёлок|поселку|село|селу|деревня|микрорайон|квартал");
        add(builder, Scale.SETTLEMENT, 1, "вся|всей|всю", "деревня|улица");
        add(
                builder,
                Scale.HOUSE_OR_STREET,
                1,
                "наш|моём|наше|мой|нашем|нашего|этом",
                "доме|дом|двор|дворе|подъезд|подъезде|улица|улице");
        add(builder, Scale.HOUSE_OR_STREET, 1, "наша|нашей|моей", "улица|парадной|квартире|остановке");
        add(builder, Scale.HOUSE_OR_STREET, 0, "во", "дворе|дворах");
        add(builder, Scale.HOUSE_OR_STREET, 0, "в", "подъезде");
    }

    private void add(PhraseAutomaton.Builder builder, Scale scale, int gap, String... steps) {
        List<List<String>> words = new ArrayList<>();
        int[] gaps = new int[steps.length];
        for (int i = 0; i < steps.length; i++) {
            words.add(List.of(steps[i].split("\\|")));
            gaps[i] = i == 0 ? 0 : gap;
        }
        builder.add(firstNumber + scales.size(), words, gaps);
        scales.add(scale);
    }

    /** Tells whether a phrase of the automaton is one of these. */
    boolean has(int number) {
        return number >= firstNumber;
    }

    /** Gives the scale that a phrase tells. */
    Scale scale(int number) {
        return scales.get(number - firstNumber);
    }

    /** Returns evidence whose rule names the scale. */
    static Evidence evidence(Scale scale, SegmentText text, int first, int last) {
        Tokens tokens = text.tokens();
        return new Evidence(RULES[scale.ordinal()], tokens.start(first), tokens.end(last), text.segment());
    }

    private static String rule(Scale scale) {
        return PREFIX + scale.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Scale of(Evidence evidence) {
        return SCALES[Arrays.asList(RULES).indexOf(evidence.rule())];
    }
}
