package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;

/** What a bot may do in a chat, asked once an hour while the chat is read; thread-safe, forgotten at a restart. */
final class Rights {

    private static final Duration ASK_AGAIN = Duration.ofHours(1);
    private static final String READ = "read_all_messages";
    private static final String WRITE = "write";

    private final InstantSource time;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    Rights(InstantSource time) {
        this.time = time;
    }

    private record Known(Instant at, boolean admin, Set<String> permissions) {

        boolean allows(String permission) {
            return admin && permissions.contains(permission);
        }
    }

    /**
     * Asks what the bot may do, unless it is known.
     *
     * @throws AdapterException if it hears nothing of what is said there, which the network would never tell by itself
     */
    void demandReading(MaxCalls calls, long chat) {
        Known rights = known.get(chat);
        Instant now = time.instant();
        if (rights == null || !rights.at().plus(ASK_AGAIN).isAfter(now)) {
            rights = read(calls.get("/chats/" + chat + "/members/me", ""), now);
            known.put(chat, rights);
        }
        if (!rights.allows(READ)) {
            throw AdapterException.of(
                            FailureKind.PERMISSION,
                            calls.account() + " hears nothing of what is written in the chat " + chat
                                    + " of MAX: make the bot an administrator there with the permission " + READ
                                    + ", and with " + WRITE + " to let it answer.")
                    .code("no-" + READ);
        }
    }

    private static Known read(JsonNode member, Instant now) {
        Set<String> permissions = new HashSet<>();
        for (JsonNode one : Fields.array(member, "permissions")) {
            permissions.add(one.asText());
        }
        // An owner needs no permissions.
        if (Fields.flag(member, "is_owner").orElse(false)) {
            permissions.add(READ);
            permissions.add(WRITE);
        }
        return new Known(now, Fields.flag(member, "is_admin").orElse(!permissions.isEmpty()), permissions);
    }

    /** They changed, or the bot is no longer there. */
    void forget(long chat) {
        known.remove(chat);
    }

    /** Tells why a bot cannot comment in a channel, as far as it is known. */
    Optional<String> againstCommenting(long channel) {
        return Optional.ofNullable(known.get(channel))
                .filter(rights -> !rights.allows(READ) || !rights.allows(WRITE))
                .map(rights -> "NO_WRITE_PERMISSION");
    }

    /** Tells why a bot cannot write into a chat; a plain member may. */
    Optional<String> againstWriting(long chat) {
        return Optional.ofNullable(known.get(chat))
                .filter(rights -> rights.admin() && !rights.allows(WRITE))
                .map(rights -> "NO_WRITE_PERMISSION");
    }
}
