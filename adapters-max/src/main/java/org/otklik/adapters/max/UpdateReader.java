package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.WatchedPage;

/**
 * Polls updates, one call a page: a marker gives up everything before it, so only one that was stored with its page may
 * be sent.
 */
final class UpdateReader {

    private static final int MOST = 100;
    private static final String VERSION = "1 ";

    private final InstantSource time;

    UpdateReader(InstantSource time) {
        this.time = time;
    }

    PostPage read(MaxAccount account, List<WatchedPage> watched, Optional<Cursor> cursor, int limit) {
        OptionalLong marker = cursor.map(UpdateReader::marker).orElseGet(OptionalLong::empty);
        int wanted = Math.max(1, Math.min(limit, MOST));
        JsonNode answer = ask(account, wanted, marker);
        MaxUpdates updates = new MaxUpdates(account, new MaxPages(watched), time);
        Found found = new Found();
        JsonNode all = Fields.array(answer, "updates");
        for (JsonNode update : all) {
            updates.read(update, found);
        }
        OptionalLong next = Fields.number(answer, "marker");
        boolean more =
                all.size() >= wanted && next.isPresent() && account.calls().mayPoll();
        return new PostPage(found.changes(), cursor(next.isPresent() ? next : marker), more, found.unreadable());
    }

    private static JsonNode ask(MaxAccount account, int limit, OptionalLong marker) {
        try {
            return account.calls().updates(limit, marker);
        } catch (CallFailed e) {
            if (!e.error().code().equals(MaxErrors.WEBHOOK_ACTIVE)) {
                throw e;
            }
            throw AdapterException.of(
                            FailureKind.CONFIGURATION,
                            "MAX delivers the updates of " + account.id()
                                    + " to a webhook, so they cannot be polled: say so in MaxSettingsBuilder.webhook, or"
                                    + " delete the subscription.",
                            e)
                    .code(MaxErrors.WEBHOOK_ACTIVE);
        }
    }

    private static OptionalLong marker(Cursor cursor) {
        String stored = cursor.value();
        return stored.startsWith(VERSION)
                ? MaxTarget.number(stored.substring(VERSION.length())).stream()
                        .mapToLong(Long::longValue)
                        .findFirst()
                : OptionalLong.empty();
    }

    private static Cursor cursor(OptionalLong marker) {
        return new Cursor(marker.isPresent() ? VERSION + marker.getAsLong() : VERSION + '-');
    }
}
