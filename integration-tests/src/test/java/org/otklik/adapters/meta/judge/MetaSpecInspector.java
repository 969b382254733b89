package org.otklik.adapters.meta.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.testkit.wire.RequestInspector;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** Objects to requests and answers that the published descriptions of Meta do not know; thread-safe. */
public final class MetaSpecInspector implements RequestInspector {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Specs specs;
    private final Function<String, Optional<String>> kinds;

    /**
     * Creates a judge.
     *
     * @param kinds tells what kind of node an id names, if it names one
     */
    MetaSpecInspector(Specs specs, Function<String, Optional<String>> kinds) {
        this.specs = specs;
        this.kinds = kinds;
    }

    @Override
    public void request(WireRequest request) {
        List<String> problems = new ArrayList<>();
        for (Question question : Question.of(request, specs, kinds)) {
            List<String> found = Parameters.problems(specs, question);
            if (found.isEmpty()) {
                return;
            }
            problems.addAll(found);
        }
        refuse(problems);
    }

    @Override
    public void answer(WireRequest request, WireAnswer answer) {
        JsonNode body = read(answer.body());
        if (answer.status() != 200) {
            if (answer.status() < 400) {
                throw new AssertionError("The graph answers no status " + answer.status() + ".");
            }
            refuse(Shape.problemsOfError(specs, body));
            return;
        }
        List<Question> questions = Question.of(request, specs, kinds);
        if (questions.size() > 1) {
            throw new AssertionError("What is unknown cannot be read: " + request.path());
        }
        refuse(Shape.problems(specs, questions.get(0), body));
    }

    private JsonNode read(byte[] body) {
        try {
            return mapper.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError("An answer is no JSON.", e);
        }
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError(String.join("; ", problems));
        }
    }
}
