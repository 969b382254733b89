package org.otklik.adapters.meta.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares an answer with the descriptions and with what was asked for. */
final class Shape {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000";

    /** The parts of an error. Page "Handling errors". */
    private static final Map<String, String> ERROR = Map.of(
            "message", "string",
            "type", "string",
            "code", "int",
            "error_subcode", "int",
            "error_user_title", "string",
            "error_user_msg", "string",
            "is_transient", "bool",
            "error_data", "Object",
            "fbtrace_id", "string");

    /** The parts of a list. Pages "Paginated results" and "Object comments". */
    private static final Map<String, String> LIST = Map.of("data", "list", "paging", "Object", "summary", "Object");

    private static final Map<String, String> PAGING =
            Map.of("cursors", "Object", "next", "string", "previous", "string");
    private static final Map<String, String> CURSORS = Map.of("before", "string", "after", "string");
    private static final Map<String, String> SUMMARY =
            Map.of("order", "string", "total_count", "unsigned int", "can_comment", "bool");

    private final Specs specs;
    private final List<String> problems = new ArrayList<>();

    private Shape(Specs specs) {
        this.specs = specs;
    }

    static List<String> problems(Specs specs, Question question, JsonNode body) {
        Shape shape = new Shape(specs);
        if (!question.method().equals("GET")) {
            shape.written(body);
        } else if (question.several()) {
            body.forEach(one -> shape.node(question.node(), one, question.asked(), "$"));
        } else if (question.isList()) {
            shape.list(question.read(specs), body, question.asked(), "$");
        } else {
            shape.node(question.read(specs).orElseThrow(), body, question.asked(), "$");
        }
        return shape.problems;
    }

    static List<String> problemsOfError(Specs specs, JsonNode body) {
        Shape shape = new Shape(specs);
        JsonNode error = body.path("error");
        shape.parts(ERROR, error, "$.error");
        for (String name : List.of("message", "type", "code", "fbtrace_id")) {
            shape.object(error.has(name), "$.error." + name + " is missing");
        }
        return shape.problems;
    }

    /** What is written answers with the id of what is new, or that it is done. */
    private void written(JsonNode body) {
        boolean id = body.size() == 1 && body.path("id").isTextual();
        boolean done = body.size() == 1 && body.path("success").isBoolean();
        object(id || done, "What was written is answered with " + body);
    }

    private void list(Optional<Spec> spec, JsonNode list, Optional<Asked> asked, String where) {
        parts(LIST, list, where);
        object(list.has("data"), where + ".data is missing");
        parts(PAGING, list.path("paging"), where + ".paging");
        parts(CURSORS, list.at("/paging/cursors"), where + ".paging.cursors");
        parts(SUMMARY, list.path("summary"), where + ".summary");
        spec.ifPresent(known -> {
            int i = 0;
            for (JsonNode item : list.path("data")) {
                node(known, item, asked, where + ".data[" + i++ + "]");
            }
        });
    }

    private void parts(Map<String, String> known, JsonNode object, String where) {
        object.properties().forEach(part -> {
            String type = known.get(part.getKey());
            object(type != null, where + "." + part.getKey() + " is unknown");
            if (type != null) {
                value(type, part.getValue(), where + "." + part.getKey());
            }
        });
    }

    private void node(Spec spec, JsonNode node, Optional<Asked> asked, String where) {
        object(node.isObject(), where + " is no object");
        node.properties().forEach(field -> {
            String name = field.getKey();
            String path = where + "." + name;
            boolean wanted = name.equals("id")
                    || asked.map(one -> one.fields().containsKey(name)).orElse(true);
            object(wanted, path + " was not asked for");
            Optional<Asked> inner = asked.map(one -> one.fields().get(name))
                    .flatMap(one -> one == null ? Optional.empty() : one.inner());
            field(spec, name, field.getValue(), inner, path);
        });
    }

    private void field(Spec spec, String name, JsonNode value, Optional<Asked> inner, String where) {
        String type = spec.fields().get(name);
        Optional<Spec.Call> edge = spec.call("GET", name);
        if (type == null && edge.isPresent()) {
            list(specs.behind(spec, edge.get().returns()), value, inner, where);
        } else if (type == null) {
            problems.add(where + " is unknown to " + spec.name());
        } else if (Gaps.OBJECTS.containsKey(name) && type.equals("Object")) {
            parts(Gaps.OBJECTS.get(name), value, where);
        } else {
            Optional<Spec> behind = specs.behind(spec, type);
            behind.ifPresentOrElse(known -> node(known, value, inner, where), () -> value(type, value, where));
        }
    }

    private void value(String type, JsonNode value, String where) {
        boolean right = switch (type.replaceFirst("<.*", "")) {
            case "string" -> value.isTextual();
            case "bool" -> value.isBoolean();
            case "int" -> value.isIntegralNumber();
            case "unsigned int" -> value.isIntegralNumber() && value.asLong() >= 0;
            case "float" -> value.isNumber();
            case "datetime" -> value.asText().matches(TIME);
            case "list" -> value.isArray();
            default -> value.isObject();
        };
        object(right, where + " is no " + type + ": " + value);
    }

    private void object(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }
}
