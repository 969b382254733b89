package org.otklik.classify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads lexicon files rule by rule, so that every mistake has its line; for one thread. */
final class LexiconReader {

    private final ObjectMapper json = new ObjectMapper();
    private final Consumer<LexiconMistake> mistakes;
    private final List<LexiconRule> rules = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, List<String>> sets = new HashMap<>();
    private final TreeSet<String> versions = new TreeSet<>();

    LexiconReader(Consumer<LexiconMistake> mistakes) {
        this.mistakes = mistakes;
    }

    Lexicon read(List<NamedText> files) {
        files.forEach(this::read);
        return new Lexicon(versions.isEmpty() ? "empty" : String.join("+", versions), rules);
    }

    private void read(NamedText file) {
        try (JsonParser parser = json.getFactory().createParser(file.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                report(file, 1, "A lexicon file is an object with 'version' and 'rules'.");
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readField(file, parser);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            report(file, line, "This is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            report(file, 0, "The text cannot be read: " + e.getMessage());
        }
    }

    private void readField(NamedText file, JsonParser parser) throws IOException {
        String field = parser.currentName();
        int line = parser.currentLocation().getLineNr();
        JsonToken value = parser.nextToken();
        switch (field) {
            case "version" -> versions.add(parser.getValueAsString(""));
            case "comment" -> parser.skipChildren();
            case "words" -> readWords(file, json.readTree(parser), line);
            case "rules" -> readRules(file, parser, value, line);
            default -> {
                report(file, line, "Unknown field '" + field + "'; a lexicon file has 'version', 'words' and 'rules'.");
                parser.skipChildren();
            }
        }
    }

    private void readWords(NamedText file, JsonNode node, int line) {
        node.properties().forEach(entry -> {
            String name = entry.getKey();
            PhraseParser parser =
                    new PhraseParser(sets, problem -> report(file, line, "Set '" + name + "' of words " + problem));
            sets.put(name, parser.words(entry.getValue().asText(""), name));
        });
    }

    private void readRules(NamedText file, JsonParser parser, JsonToken value, int line) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            report(file, line, "'rules' must be a list.");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int at = parser.currentLocation().getLineNr();
            JsonNode node = json.readTree(parser);
            new RuleParser(node, file.name(), at, sets, mistakes).parse().ifPresent(this::add);
        }
    }

    private void add(LexiconRule rule) {
        String where = rule.file() + ":" + rule.line();
        String before = seen.putIfAbsent(rule.id(), where);
        if (before != null) {
            mistakes.accept(new LexiconMistake(
                    rule.file(), rule.line(), "Rule id '" + rule.id() + "' stands already at " + before + "."));
            return;
        }
        rules.add(rule);
    }

    private void report(NamedText file, int line, String message) {
        mistakes.accept(new LexiconMistake(file.name(), line, message));
    }
}
