package org.otklik.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.otklik.text.Evidence;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.Tokens;

/** Phrases that tell how wide a trouble reaches; immutable and thread-safe. */
final class ScaleRules {

    private final PhraseAutomaton automaton;
    private final List<Scale> scales = new ArrayList<>();

    ScaleRules() {
        PhraseAutomaton.Builder builder = PhraseAutomaton.onStems();
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
        automaton = builder.build();
    }

    private void add(PhraseAutomaton.Builder builder, Scale scale, int gap, String... steps) {
        List<List<String>> words = new ArrayList<>();
        int[] gaps = new int[steps.length];
        for (int i = 0; i < steps.length; i++) {
            words.add(List.of(steps[i].split("\\|")));
            gaps[i] = i == 0 ? 0 : gap;
        }
        builder.add(scales.size(), words, gaps);
        scales.add(scale);
    }

    /** Returns evidence for the widest scale that the text tells; its rule names the scale; none if it tells none. */
    List<Evidence> evidence(SegmentText text) {
        NavigableMap<Scale, Evidence> told = new TreeMap<>();
        Tokens tokens = text.tokens();
        automaton.find(tokens, (phrase, first, last) -> {
            Scale scale = scales.get(phrase);
            String rule = "scale." + scale.name().toLowerCase(Locale.ROOT).replace('_', '-');
            told.putIfAbsent(scale, new Evidence(rule, tokens.start(first), tokens.end(last), text.segment()));
        });
        return told.descendingMap().values().stream().limit(1).toList();
    }

    static Scale of(Evidence evidence) {
        String name = evidence.rule().substring("scale.".length());
        return Scale.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
