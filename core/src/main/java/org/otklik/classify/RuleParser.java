package org.otklik.classify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.otklik.id.TopicId;

/** Makes a rule of its JSON and reports all that is wrong with it; for one rule. */
final class RuleParser {

    private static final List<String> EFFECTS =
            List.of("topic", "kind", "tone", "severity", "notIncident", "handOver", "cue");
    private static final Set<String> OTHERS =
            Set.of("id", "weight", "problem", "negatable", "phrases", "unless", "with", "match", "miss", "comment");

    private final JsonNode node;
    private final String file;
    private final int line;
    private final Consumer<LexiconMistake> mistakes;
    private final String id;
    private final PhraseParser phraseParser;
    private boolean broken;

    RuleParser(
            JsonNode node, String file, int line, Map<String, List<String>> sets, Consumer<LexiconMistake> mistakes) {
        this.node = node;
        this.file = file;
        this.line = line;
        this.mistakes = mistakes;
        id = node.path("id").asText("");
        phraseParser = new PhraseParser(sets, this::report);
    }

    Optional<LexiconRule> parse() {
        if (!node.isObject() || id.isBlank()) {
            report("a rule is an object with an 'id'.");
            return Optional.empty();
        }
        node.fieldNames().forEachRemaining(this::checkField);
        RuleEffect effect = effect();
        List<LexiconPhrase> phrases = phrases("phrases");
        if (phrases.isEmpty()) {
            report("needs at least one phrase.");
        }
        RuleContext context = new RuleContext(phrases("unless"), phrases("with"));
        RuleExamples examples = new RuleExamples(texts("match"), texts("miss"));
        double weight = number("weight", 1);
        double problem = number("problem", 0);
        if (broken || effect == null) {
            return Optional.empty();
        }
        boolean negatable = node.path("negatable").asBoolean(!(effect instanceof RuleEffect.OfTopic));
        return Optional.of(
                new LexiconRule(id, effect, weight, problem, negatable, phrases, context, examples, file, line));
    }

    private void checkField(String name) {
        if (!EFFECTS.contains(name) && !OTHERS.contains(name)) {
            report("has the unknown field '" + name + "'.");
        }
    }

    private double number(String field, double otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber() || Math.abs(value.asDouble()) > 100) {
            report("'" + field + "' must be a number between -100 and 100.");
        }
        return value.asDouble();
    }

    private @Nullable RuleEffect effect() {
        List<String> named = EFFECTS.stream().filter(node::has).toList();
        if (named.size() != 1) {
            report("must have exactly one of " + EFFECTS + ", but has " + named + ".");
            return null;
        }
        String value = node.path(named.get(0)).asText("");
        return switch (named.get(0)) {
            case "topic" -> topic(value);
            case "kind" -> constant(MessageKind.class, value, RuleEffect.OfKind::new);
            case "tone" -> constant(Tone.class, value, RuleEffect.OfTone::new);
            case "severity" -> constant(Severity.class, value, RuleEffect.OfSeverity::new);
            case "notIncident" ->
                constant(Classification.NotAnIncident.Reason.class, value, RuleEffect.AgainstIncident::new);
            case "handOver" -> constant(Classification.HandOver.Reason.class, value, RuleEffect.OfHandOver::new);
            default -> constant(RuleEffect.Cue.class, value, RuleEffect.OfCue::new);
        };
    }

    private @Nullable RuleEffect topic(String value) {
        try {
            return new RuleEffect.OfTopic(TopicId.of(value));
        } catch (IllegalArgumentException e) {
            report(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable RuleEffect constant(
            Class<E> type, String value, Function<E, RuleEffect> effect) {
        try {
            return effect.apply(Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            report("'" + value + "' is none of " + Arrays.toString(type.getEnumConstants()) + ".");
            return null;
        }
    }

    private List<LexiconPhrase> phrases(String field) {
        List<LexiconPhrase> phrases = new ArrayList<>();
        texts(field).forEach(text -> phraseParser.parse(text).ifPresent(phrases::add));
        return List.copyOf(phrases);
    }

    private List<String> texts(String field) {
        JsonNode list = node.path(field);
        if (!list.isMissingNode() && !list.isArray()) {
            report("needs a list as '" + field + "'.");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText("")));
        return texts;
    }

    private void report(String problem) {
        broken = true;
        mistakes.accept(new LexiconMistake(file, line, "Rule '" + id + "' " + problem));
    }
}
