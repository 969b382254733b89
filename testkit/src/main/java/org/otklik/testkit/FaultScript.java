package org.otklik.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.post.PostId;
import org.otklik.testkit.Fault.Call;

/**
 * When a network in memory misbehaves, and how; thread-safe.
 *
 * <p>The first of these that has something to say decides about a call: a lasting fault, a fault for the answered post,
 * a fault at the number of the call, the next fault in the queue, the dice.
 */
public final class FaultScript {

    private final Map<Call, Fault> lasting = new EnumMap<>(Call.class);
    private final Map<PostId, Deque<Fault>> atPost = new HashMap<>();
    private final Map<Call, Map<Integer, Fault>> atCall = new EnumMap<>(Call.class);
    private final Map<Call, Deque<Fault>> queue = new EnumMap<>(Call.class);
    private final Map<Call, Integer> calls = new EnumMap<>(Call.class);
    private final List<Fault> happened = new ArrayList<>();
    private @Nullable Dice dice;

    private record Dice(Random random, int percent, List<Fault> faults) {

        Optional<Fault> roll(Call call) {
            List<Fault> fitting =
                    faults.stream().filter(fault -> fault.call() == call).toList();
            boolean hit = !fitting.isEmpty() && random.nextInt(100) < percent;
            return hit ? Optional.of(fitting.get(random.nextInt(fitting.size()))) : Optional.empty();
        }
    }

    FaultScript() {}

    /**
     * Lets the next calls misbehave, one fault a call of its kind.
     *
     * @param faults in order
     * @return this script
     */
    public synchronized FaultScript next(Fault... faults) {
        for (Fault fault : faults) {
            queue.computeIfAbsent(fault.call(), fresh -> new ArrayDeque<>()).add(fault);
        }
        return this;
    }

    /**
     * Lets a numbered call misbehave.
     *
     * @param call the number of the call of the fault's kind, 1 for the first
     * @param fault the fault
     * @return this script
     */
    public synchronized FaultScript at(int call, Fault fault) {
        atCall.computeIfAbsent(fault.call(), fresh -> new HashMap<>()).put(call, fault);
        return this;
    }

    /**
     * Lets the answer to a post meet a fault; several in order for several attempts.
     *
     * @param post the answered post
     * @param fault the fault
     * @return this script
     */
    public synchronized FaultScript at(PostId post, Fault fault) {
        atPost.computeIfAbsent(post, fresh -> new ArrayDeque<>()).add(fault);
        return this;
    }

    /**
     * Lets every call of a fault's kind misbehave until {@link #heal()}.
     *
     * @param fault the fault
     * @return this script
     */
    public synchronized FaultScript lasting(Fault fault) {
        lasting.put(fault.call(), fault);
        return this;
    }

    /**
     * Ends lasting faults and puts the dice away.
     *
     * @return this script
     */
    public synchronized FaultScript heal() {
        lasting.clear();
        dice = null;
        return this;
    }

    /**
     * Lets dice decide about each call; the same seed and the same calls give the same faults.
     *
     * @param seed for the dice
     * @param percent how many of a hundred calls misbehave
     * @param faults what may happen
     * @return this script
     */
    public synchronized FaultScript bySeed(long seed, int percent, Set<Fault> faults) {
        dice = new Dice(new Random(seed), percent, faults.stream().sorted().toList());
        return this;
    }

    /**
     * Lists the faults that happened.
     *
     * @return in order
     */
    public synchronized List<Fault> happened() {
        return List.copyOf(happened);
    }

    synchronized Optional<Fault> atCall(Call call, Optional<PostId> post) {
        int number = calls.merge(call, 1, Integer::sum);
        Optional<Fault> fault = Optional.ofNullable(lasting.get(call))
                .or(() -> post.flatMap(this::poll))
                .or(() ->
                        Optional.ofNullable(atCall.getOrDefault(call, Map.of()).get(number)))
                .or(() -> Optional.ofNullable(queue.get(call)).map(Deque::poll))
                .or(() -> Optional.ofNullable(dice).flatMap(rolled -> rolled.roll(call)));
        fault.ifPresent(happened::add);
        return fault;
    }

    private Optional<Fault> poll(PostId post) {
        return Optional.ofNullable(atPost.get(post)).map(Deque::poll);
    }
}
