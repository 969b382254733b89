package org.otklik.adapters.telegram.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import org.otklik.testkit.telegram.TelegramFake;

/** Opens fakes whose every exchange is judged by the description of the Bot API, if that is there. */
public final class TgJudged {

    private TgJudged() {}

    /**
     * Opens a fake.
     *
     * @param clock tells its time
     * @return the running fake, judged if {@code ../shared/schemas/telegram} exists
     */
    public static TelegramFake open(InstantSource clock) {
        TelegramFake telegram = TelegramFake.open(clock);
        BotApi.find().ifPresent(api -> telegram.server().inspectedBy(new BotApiInspector(api)));
        return telegram;
    }

    /**
     * Fails if anything was objected to; for the end of each test.
     *
     * @param telegram the fake
     */
    public static void assertNoViolations(TelegramFake telegram) {
        assertEquals(List.of(), telegram.server().violations());
    }
}
