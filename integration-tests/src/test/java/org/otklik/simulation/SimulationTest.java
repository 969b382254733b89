package org.otklik.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.otklik.simulation.Simulation.Outcome;

/** Many seeds find nothing. {@code -Dsimulation.seed=…} plays one, {@code -Dsimulation.seeds=…} as many as wanted. */
class SimulationTest {

    private static final long FIRST = Long.getLong("simulation.seed", 1);
    private static final long SEEDS =
            Long.getLong("simulation.seeds", System.getProperty("simulation.seed") == null ? 20 : 1);

    @Test
    void whatever_dies_stands_still_comes_late_or_twice_every_promise_holds() {
        long before = cpuMillis();

        List<Outcome> runs = LongStream.range(FIRST, FIRST + SEEDS)
                .mapToObj(seed -> Simulation.play(seed, new Saboteur()))
                .toList();

        tell(runs, cpuMillis() - before);
        assertEquals(
                List.of(), runs.stream().filter(run -> !run.wrongs().isEmpty()).toList());
    }

    /** The machine may be busy with other things. */
    private static long cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private static void tell(List<Outcome> runs, long millis) {
        long steps = runs.stream().mapToLong(Outcome::steps).sum();
        System.out.printf(
                "simulation: seeds %d to %d, %d steps, %d deaths, %d replies in %d ms of CPU: %d steps a second%n",
                FIRST,
                FIRST + SEEDS - 1,
                steps,
                runs.stream().mapToInt(Outcome::deaths).sum(),
                runs.stream().mapToInt(Outcome::replies).sum(),
                millis,
                steps * 1_000 / Math.max(1, millis));
    }

    @Test
    void a_seed_plays_the_same_again() {
        Outcome once = Simulation.play(FIRST, new Saboteur());

        Outcome again = Simulation.play(FIRST, new Saboteur());

        assertEquals(once, again);
        assertTrue(once.steps() > 100, () -> "a run of " + once.steps() + " steps");
    }
}
