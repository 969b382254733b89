package org.otklik.testkit.meta;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.otklik.testkit.wire.WireAnswer;

/** How much of its calls the application has used up, as each answer tells; guarded by the lock of its world. */
final class Usage {

    private int percent;
    private long minutes;
    /** For one answer only. */
    private long once;

    void set(int percentUsed, Duration regained) {
        percent = percentUsed;
        minutes = regained.toMinutes();
    }

    /** Lets the next refusal for too many calls name a wait. */
    void nameOnce(Duration regained) {
        once = regained.toMinutes();
    }

    WireAnswer on(WireAnswer answer, @Nullable Token token, boolean throttled) {
        if (percent == 0 && !throttled) {
            return answer;
        }
        int used = throttled ? Math.max(100, percent) : percent;
        long wait = throttled ? Math.max(once, minutes) : minutes;
        once = throttled ? 0 : once;
        String counts = "{\"call_count\":" + used + ",\"total_cputime\":" + used / 2 + ",\"total_time\":" + used / 2;
        WireAnswer counted = answer.header("X-App-Usage", counts + "}");
        return token == null ? counted : counted.header("X-Business-Use-Case-Usage", perCase(token, counts, wait));
    }

    private static String perCase(Token token, String counts, long wait) {
        String type = token.login == Token.Login.PAGE ? "pages" : "instagram";
        return "{\"" + token.holder.id + "\":[" + counts + ",\"type\":\"" + type
                + "\",\"estimated_time_to_regain_access\":" + wait + "}]}";
    }
}
