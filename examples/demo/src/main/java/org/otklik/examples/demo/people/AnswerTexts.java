package org.otklik.examples.demo.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.otklik.Region;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Topic;
import org.otklik.incident.Incident;

/** What officials write, by topic; the texts stand in {@code answers.txt}, short enough for every network. */
final class AnswerTexts {

    private static final String RESOURCE = "answers.txt";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("ru"));
    private static final String ANY = "any";

    private final Region region;
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    private AnswerTexts(Region region) {
        this.region = region;
    }

    static AnswerTexts load(Region region) {
        AnswerTexts loaded = new AnswerTexts(region);
        try (InputStream in = AnswerTexts.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the demo's jar.");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(loaded::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE + " from the demo's jar.", e);
        }
        return loaded;
    }

    private void add(String line) {
        int bar = line.indexOf('|');
        if (bar > 0 && !line.startsWith("#")) {
            texts.computeIfAbsent(line.substring(0, bar), key -> new ArrayList<>())
                    .add(line.substring(bar + 1));
        }
    }

    String answer(Incident incident, Instant now) {
        Instant date = now.plus(Chance.between(Duration.ofDays(2), Duration.ofDays(12), "date", incident.number()));
        String text = pick(subject(incident), incident).replace("{date}", day(date));
        return incident.life().tally().cycle() > 1 ? again(incident) + " " + text : text;
    }

    String interim(Incident incident, Instant until) {
        return pick("interim", incident).replace("{date}", day(until));
    }

    String rude(Incident incident) {
        return pick("rude", incident);
    }

    String question() {
        return texts.getOrDefault("question", List.of("")).get(0);
    }

    String afterRework(Instant now) {
        return texts.getOrDefault("rework", List.of("")).get(0).replace("{date}", day(now.plus(Duration.ofDays(7))));
    }

    private String again(Incident incident) {
        return pick("again", incident)
                .replace("{times}", String.valueOf(incident.life().tally().cycle()));
    }

    private String pick(String subject, Incident incident) {
        List<String> fitting = texts.getOrDefault(subject, texts.getOrDefault(ANY, List.of("")));
        return Chance.pick(fitting, "text", incident.number());
    }

    private String subject(Incident incident) {
        if (incident.kind() == MessageKind.GRATITUDE) {
            return "gratitude";
        }
        return incident.topic()
                .flatMap(topic -> region.topics().rootOf(topic))
                .map(Topic::id)
                .map(root -> root.value())
                .orElse(ANY);
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(region.zone()));
    }
}
