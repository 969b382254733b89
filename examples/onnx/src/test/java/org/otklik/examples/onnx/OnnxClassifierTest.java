package org.otklik.examples.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.OtklikException;
import org.otklik.Region;
import org.otklik.classify.Classification;
import org.otklik.classify.Classification.Candidate;
import org.otklik.classify.Classification.NotAnIncident;
import org.otklik.classify.Classification.Unsure;
import org.otklik.classify.Classifier;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.classify.Tone;
import org.otklik.id.TopicId;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.text.Evidence;
import org.otklik.text.Segment;

class OnnxClassifierTest {

    private static final Region REGION = MiniRegion.load();
    private static final Map<String, String> WORDS =
            Map.of("housing.heating", "котельная батарея", "roads.snow", "сугроб гололёд");
    private static final List<Evidence> NOTHING = List.of(Evidence.whole("none", Segment.POST));
    private static final Unsure NO_TOPIC = unsure(Unsure.Reason.NO_TOPIC);

    @TempDir
    private Path folder;

    @Test
    void trouble_without_a_topic_gets_the_one_that_the_network_is_sure_of() throws IOException {
        Classification decided = ask(NO_TOPIC, "Встала котельная, батареи ледяные");

        Candidate candidate = assertInstanceOf(Candidate.class, decided);
        assertEquals(Optional.of(TopicId.of("housing.heating")), candidate.topic());
        assertEquals(Severity.ELEVATED, candidate.severity());
        assertEquals("onnx.housing.heating", candidate.evidence().get(0).rule());
        assertEquals("rules-1+tiny-3", candidate.rulesVersion());
        assertTrue(candidate.confidence() > 0.9);
    }

    @Test
    void what_the_network_does_not_know_stays_with_a_person() throws IOException {
        assertSame(NO_TOPIC, ask(NO_TOPIC, "Всё плохо"));
    }

    @Test
    void what_rules_decided_is_not_asked_again() throws IOException {
        NotAnIncident noise = new NotAnIncident(NotAnIncident.Reason.NOISE, 0.8, NOTHING, "rules-1");
        Unsure foreign = unsure(Unsure.Reason.FOREIGN_LANGUAGE);

        assertSame(noise, ask(noise, "Встала котельная"));
        assertSame(foreign, ask(foreign, "Встала котельная"));
    }

    @Test
    void a_model_of_another_region_is_refused_with_its_topics() throws IOException {
        Path file = TinyModel.write(folder.resolve("other.onnx"), Map.of("sea.ports", "причал", "roads", "яма"));

        try (OnnxTopics model = OnnxTopics.open(file)) {
            Exception refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> new OnnxClassifier(text -> NO_TOPIC, model, REGION.topics(), 0.6));
            assertTrue(refused.getMessage().contains("[sea.ports]"));
        }
    }

    @Test
    void a_file_that_is_no_model_is_refused_with_its_name() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.onnx"), "no model");

        Exception refused = assertThrows(OtklikException.class, () -> OnnxTopics.open(file));

        assertTrue(refused.getMessage().contains("broken.onnx"));
    }

    @Test
    void the_program_says_what_became_of_each_line() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = TinyModel.write(folder.resolve("tiny.onnx"), WORDS);

        OnnxMain.run(
                REGION,
                file,
                Stream.of("В Заречинске на дороге у вокзала яма, машины бьются каждый день", "Ха-ха"),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        List<String> said = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, said.size());
        assertTrue(said.get(0).startsWith("incident about roads.potholes"));
        assertTrue(said.get(1).startsWith("NotAnIncident"));
    }

    private Classification ask(Classification byRules, String text) throws IOException {
        Classifier rules = post -> byRules;
        try (OnnxTopics model = OnnxTopics.open(TinyModel.write(folder.resolve("tiny.onnx"), WORDS))) {
            return new OnnxClassifier(rules, model, REGION.topics(), 0.6).classify(OnnxMain.scanned(text));
        }
    }

    private static Unsure unsure(Unsure.Reason reason) {
        return new Unsure(
                reason,
                Optional.of(MessageKind.COMPLAINT),
                List.of(),
                Tone.NEGATIVE,
                Severity.ELEVATED,
                NOTHING,
                "rules-1");
    }
}
