package org.otklik.adapters.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.otklik.adapters.budget.TokenBucket;

/** How fast a bot may write in one chat; thread-safe, kept in memory only. */
final class ChatPace {

    private static final int MOST_CHATS = 2000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TelegramSettings.Budget budget;
    private final InstantSource time;
    private final Map<Long, Pace> chats = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Pace> eldest) {
            return size() > MOST_CHATS;
        }
    };

    /** The budgets of a chat; those of a person's know no minute. */
    private record Pace(TokenBucket gap, TokenBucket minute) {}

    ChatPace(TelegramSettings.Budget budget, InstantSource time) {
        this.budget = budget;
        this.time = time;
    }

    /** Takes a turn in a chat; else tells how long to wait for one. */
    synchronized Duration take(long chat) {
        Pace pace = chats.computeIfAbsent(chat, this::fresh);
        Duration wait = longer(pace.gap().untilFree(), pace.minute().untilFree());
        if (wait.isZero()) {
            // Both are free, and nobody else takes of them meanwhile.
            boolean taken = pace.gap().tryTake() && pace.minute().tryTake();
            return taken ? Duration.ZERO : MINUTE;
        }
        return wait;
    }

    private Pace fresh(long chat) {
        int minute = chat < 0 ? budget.groupMinute() : (int) MINUTE.dividedBy(Duration.ofMillis(1));
        return new Pace(new TokenBucket(1, budget.chatGap(), time), new TokenBucket(minute, MINUTE, time));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
