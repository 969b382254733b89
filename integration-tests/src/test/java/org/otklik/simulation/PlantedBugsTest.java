package org.otklik.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.simulation.Simulation.Outcome;

/** The simulation can see: each of five planted bugs is found within a few seeds, and by what it does. */
class PlantedBugsTest {

    private static final long SEEDS = 200;

    static Stream<Arguments> bugs() {
        return Stream.of(
                bug("lost cursor", PlantedBugs::lostCursor, "was read past and is not stored"),
                bug("double claim", PlantedBugs::doubleClaim, "has 2 copies"),
                bug("stale write", PlantedBugs::staleWrite, "ended as|sent 2 times|has 2 copies"),
                bug("early ack", PlantedBugs::earlyAcknowledgement, "is taken, and it is not stored"),
                bug("resend without read-back", PlantedBugs::resendWithoutReadBack, "has 2 copies"));
    }

    private static Arguments bug(String name, Supplier<Saboteur> saboteur, String sign) {
        return arguments(name, saboteur, sign);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void a_planted_bug_is_found_and_its_seed_finds_it_again(String name, Supplier<Saboteur> bug, String sign) {
        Optional<Outcome> found = LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> Simulation.play(seed, bug.get()))
                .filter(run -> run.wrongs().stream()
                        .anyMatch(wrong -> Pattern.compile(sign).matcher(wrong).find()))
                .findFirst();

        assertTrue(found.isPresent(), name + " was not found in " + SEEDS + " seeds");
        System.out.printf("simulation: %s found by seed %d%n", name, found.get().seed());
        assertEquals(found.get(), Simulation.play(found.get().seed(), bug.get()));
    }
}
