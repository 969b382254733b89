package org.otklik.adapters.twitter.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.testkit.x.Spelling;
import org.otklik.testkit.x.XFake;

/** Opens fakes whose every exchange is judged by the published descriptions, if they are there. */
public final class XJudged {

    private static final Optional<Map<Spelling, OpenApi>> DESCRIPTIONS = descriptions();

    private XJudged() {}

    private static Optional<Map<Spelling, OpenApi>> descriptions() {
        Map<Spelling, OpenApi> found = new EnumMap<>(Spelling.class);
        OpenApi.find("openapi-2.166-tweet-naming.json").ifPresent(api -> found.put(Spelling.TWEET, api));
        OpenApi.find("openapi-2.167-post-naming-2026-08-22.json").ifPresent(api -> found.put(Spelling.POST, api));
        return found.size() == 2 ? Optional.of(found) : Optional.empty();
    }

    /**
     * Tells whether there is anything to judge by.
     *
     * @return whether both descriptions lie in {@code ../shared/schemas/x}
     */
    public static boolean canJudge() {
        return DESCRIPTIONS.isPresent();
    }

    /**
     * Opens a fake.
     *
     * @param clock tells its time
     * @return the running fake, judged if {@link #canJudge()}
     */
    public static XFake open(InstantSource clock) {
        XFake x = XFake.open(clock);
        inspector(x).ifPresent(x.server()::inspectedBy);
        return x;
    }

    static Optional<XOpenApiInspector> inspector(XFake x) {
        return DESCRIPTIONS.map(descriptions -> new XOpenApiInspector(descriptions, x::spelling));
    }

    /**
     * Fails if anything was objected to; for the end of each test.
     *
     * @param x the fake
     */
    public static void assertNoViolations(XFake x) {
        assertEquals(List.of(), x.server().violations());
    }
}
