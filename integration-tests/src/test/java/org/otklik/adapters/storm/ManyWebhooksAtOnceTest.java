package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.Review;
import org.otklik.post.AccountId;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookRequest;
import org.otklik.spi.storage.SignalState;
import org.otklik.testkit.wire.Misbehaviour;

/** Networks repeat and shuffle what they deliver, at many doors at once; the desk knows each word once (P2). */
@Timeout(60)
class ManyWebhooksAtOnceTest {

    private static final int WORDS = 25;
    private static final int THREADS = 8;

    private record Delivery(AccountId account, WebhookRequest request) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shuffled_repeats_from_eight_threads_end_in_the_state_of_single_ones(long seed)
            throws InterruptedException, ExecutionException {
        List<String> once;
        int told;
        try (StormTown quiet =
                new StormTown(VkStorm::new, OkStorm::new, XStorm::new, FacebookStorm::new, InstagramStorm::new)) {
            told = lines(quiet).size() + quiet.networks.size() * WORDS;
            for (Delivery one : deliveries(quiet)) {
                assertEquals(200, receive(quiet, one).status());
            }
            once = state(quiet);
        }
        try (StormTown busy =
                new StormTown(VkStorm::new, OkStorm::new, XStorm::new, FacebookStorm::new, InstagramStorm::new)) {
            assertTrue(crowd(busy, deliveries(busy), new Random(seed)).stream().allMatch(status -> status == 200));

            assertEquals(told, once.size());
            assertEquals(once, state(busy));
        }
    }

    private static List<Delivery> deliveries(StormTown town) {
        List<Delivery> all = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            for (StormNetwork one : town.networks) {
                String text = i == 0 ? StormTown.PIT : one + ": вопрос номер " + i;
                all.add(new Delivery(one.speaker(), one.delivery(text).orElseThrow()));
            }
        }
        return all;
    }

    private static WebhookAnswer receive(StormTown town, Delivery one) {
        return town.desk.webhooks().receive(one.account(), one.request());
    }

    /** Each delivery comes three times, in any order, to eight threads. */
    private static List<Integer> crowd(StormTown town, List<Delivery> all, Random random)
            throws InterruptedException, ExecutionException {
        List<Delivery> shuffled = new ArrayList<>(all);
        shuffled.addAll(all);
        shuffled.addAll(all);
        Collections.shuffle(shuffled, random);
        List<Callable<Integer>> calls = new ArrayList<>();
        shuffled.forEach(one -> calls.add(() -> receive(town, one).status()));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What is known of each post after all were decided, whichever of two equal ones came first. */
    private static List<String> state(StormTown town) {
        // Nothing is due to be read: what is known came by the webhooks alone.
        town.networks.forEach(one -> one.server().keepMisbehaving(Misbehaviour.BAD_GATEWAY));
        town.step();
        return lines(town);
    }

    private static List<String> lines(StormTown town) {
        List<String> lines = new ArrayList<>();
        for (SignalState state : SignalState.values()) {
            for (Review.Item item : town.desk
                    .review()
                    .list(StormTown.MODERATOR, state, Optional.empty(), 1_000)
                    .orThrow()) {
                lines.add(item.post().id() + " " + state + " " + item.post().text());
            }
        }
        Collections.sort(lines);
        return lines;
    }
}
