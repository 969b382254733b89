package org.otklik.adapters.meta.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the parameters of a request, the asked fields among them, with the descriptions. */
final class Parameters {

    private final Specs specs;
    private final List<String> problems = new ArrayList<>();

    private Parameters(Specs specs) {
        this.specs = specs;
    }

    static List<String> problems(Specs specs, Question question) {
        Parameters parameters = new Parameters(specs);
        parameters.check(question);
        return parameters.problems;
    }

    private void check(Question question) {
        Spec node = question.node();
        Optional<Spec.Call> call = question.call();
        if (call.isEmpty()) {
            problems.add(node.name() + " has no " + question.method() + " '" + question.edge() + "'");
            return;
        }
        boolean reading = question.method().equals("GET");
        Map<String, String> taken = Question.taken(node, question.edge(), call.get(), reading);
        if (question.several()) {
            taken.put("ids", "list<string>");
        }
        values(node.name() + " " + question.edge(), taken, question.parameters(), Gaps.ALWAYS);
        required(node.name() + " " + question.edge(), call.get(), question.parameters());
        object(reading || !question.parameters().containsKey("fields"), "What is written is asked for fields");
        question.asked()
                .ifPresent(asked -> question.read(specs)
                        .ifPresentOrElse(
                                spec -> fields(spec, asked), () -> problems.add("Nothing is known of the fields")));
    }

    private void required(String where, Spec.Call call, Map<String, String> given) {
        for (String name : call.required()) {
            object(!given.getOrDefault(name, "").isBlank(), where + " lacks " + name);
        }
    }

    private void values(String where, Map<String, String> taken, Map<String, String> given, Set<String> always) {
        given.forEach((name, value) -> {
            String type = taken.get(name);
            if (type != null) {
                object(isA(type, name, value), where + ": " + name + " is no " + type + ": " + value);
            } else {
                object(always.contains(name), where + " takes no " + name);
            }
        });
    }

    private static boolean isA(String type, String name, String value) {
        if (type.contains("enum_param")) {
            Set<String> known = Gaps.VALUES.getOrDefault(name, Set.of());
            return List.of(value.split(",", -1)).stream().allMatch(known::contains);
        }
        return switch (type) {
            case "bool" -> value.matches("true|false|1|0");
            case "int" -> value.matches("-?[0-9]{1,18}");
            case "unsigned int" -> value.matches("[0-9]{1,18}");
            case "datetime" ->
                value.matches("[0-9]{1,11}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:?\\d\\d)");
            default -> true;
        };
    }

    /** Compares asked fields with those of a type; an edge may be asked for as if it were a field. */
    private void fields(Spec spec, Asked asked) {
        asked.fields().forEach((name, field) -> {
            String type = spec.fields().get(name);
            Optional<Spec.Call> edge = spec.call("GET", name);
            if (type != null) {
                mentioned(name, field);
                inner(spec, name, type, field.inner());
            } else if (edge.isPresent()) {
                values(
                        spec.name() + "." + name,
                        Question.taken(spec, name, edge.get(), true),
                        field.arguments(),
                        Set.of());
                inner(spec, name, edge.get().returns(), field.inner());
            } else {
                problems.add(spec.name() + " has no field " + name);
            }
        });
    }

    /** Mentions are fields with an argument. Pages "Mentioned comment" and "Mentioned media". */
    private void mentioned(String name, Asked.Field field) {
        Set<String> needed = switch (name) {
            case "mentioned_comment" -> Set.of("comment_id");
            case "mentioned_media" -> Set.of("media_id");
            default -> Set.of();
        };
        object(field.arguments().keySet().equals(needed), name + " takes the arguments " + needed);
    }

    private void inner(Spec spec, String name, String type, Optional<Asked> inner) {
        Map<String, String> known = Gaps.OBJECTS.get(name);
        Optional<Spec> behind = specs.behind(spec, type);
        if (inner.isPresent() && behind.isPresent()) {
            fields(behind.get(), inner.get());
        } else if (inner.isPresent()) {
            Set<String> names = known == null ? Set.of() : known.keySet();
            object(names.containsAll(inner.get().fields().keySet()), "Of " + name + " only " + names + " are known");
        }
    }

    private void object(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
