package org.otklik.classify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.otklik.id.TopicId;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.Words;

/** Makes a rule of its JSON and reports all that is wrong with it; for one rule. */
final class RuleParser {

    private static final List<String> EFFECTS = List.of("topic", "kind", "tone", "severity", "notIncident", "cue");
    private static final Set<String> OTHERS = Set.of("id", "weight", "problem", "negatable", "phrases", "comment");
    private static final int DEFAULT_GAP = 3;

    private final JsonNode node;
    private final String file;
    private final int line;
    private final Consumer<LexiconMistake> mistakes;
    private final String id;
    private boolean broken;

    RuleParser(JsonNode node, String file, int line, Consumer<LexiconMistake> mistakes) {
        this.node = node;
        this.file = file;
        this.line = line;
        this.mistakes = mistakes;
        id = node.path("id").asText("");
    }

    Optional<LexiconRule> parse() {
        if (!node.isObject() || id.isBlank()) {
            report("a rule is an object with an 'id'.");
            return Optional.empty();
        }
        node.fieldNames().forEachRemaining(this::checkField);
        RuleEffect effect = effect();
        List<LexiconPhrase> phrases = phrases();
        double weight = number("weight", 1);
        double problem = number("problem", 0);
        if (broken || effect == null) {
            return Optional.empty();
        }
        boolean negatable = node.path("negatable").asBoolean(!(effect instanceof RuleEffect.OfTopic));
        return Optional.of(new LexiconRule(id, effect, weight, problem, negatable, phrases, file, line));
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

    private List<LexiconPhrase> phrases() {
        List<LexiconPhrase> phrases = new ArrayList<>();
        node.path("phrases").forEach(phrase -> phrase(phrase.asText("")).ifPresent(phrases::add));
        if (phrases.isEmpty()) {
            report("needs at least one phrase.");
        }
        return List.copyOf(phrases);
    }

    private Optional<LexiconPhrase> phrase(String text) {
        List<List<String>> steps = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int gap = 0;
        for (String part : text.strip().split("\\s+", -1)) {
            if (part.startsWith("..")) {
                gap = gap(part, text);
            } else {
                steps.add(words(part, text));
                gaps.add(gap);
                gap = 0;
            }
        }
        boolean wrong = steps.isEmpty() || gap > 0 || steps.stream().anyMatch(List::isEmpty);
        if (wrong) {
            report("has the phrase '" + text + "' without a word where one must stand.");
            return Optional.empty();
        }
        return Optional.of(new LexiconPhrase(List.copyOf(steps), List.copyOf(gaps)));
    }

    private int gap(String part, String phrase) {
        String digits = part.substring(2);
        if (digits.isEmpty()) {
            return DEFAULT_GAP;
        }
        boolean right = digits.length() == 1 && Character.isDigit(digits.charAt(0));
        int gap = right ? digits.charAt(0) - '0' : PhraseAutomaton.WIDEST_GAP + 1;
        if (gap < 1 || gap > PhraseAutomaton.WIDEST_GAP) {
            report("has a gap that is not 1 to " + PhraseAutomaton.WIDEST_GAP + " in the phrase '" + phrase + "'.");
            return DEFAULT_GAP;
        }
        return gap;
    }

    private List<String> words(String part, String phrase) {
        List<String> words = new ArrayList<>();
        for (String word : part.split("\\|", -1)) {
            String bare = word.startsWith("=") ? word.substring(1) : word;
            String folded = Words.fold(bare);
            if (folded.isEmpty() || folded.length() != bare.length()) {
                report("has '" + word + "' in the phrase '" + phrase + "', which is not one word.");
            } else {
                words.add(word.startsWith("=") ? "=" + folded : folded);
            }
        }
        return List.copyOf(words);
    }

    private void report(String problem) {
        broken = true;
        mistakes.accept(new LexiconMistake(file, line, "Rule '" + id + "' " + problem));
    }
}
