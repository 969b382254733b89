package org.otklik.adapters.max;

import java.util.List;
import java.util.Optional;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

/** Where MAX delivers updates by webhook, what was said in a group is found without them. */
class MaxHistoryPollingTest extends PollingContract {

    private static final long GROUP = -70000000000005L;

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new Group(time);
    }

    private static final class Group extends MaxNetworkUnderTest {

        Group(SettableClock time) {
            super(time);
            fake.group(GROUP, "Заречинск: дороги", BOT);
        }

        @Override
        public WatchList watchList() {
            WatchedPage page = new WatchedPage(ACCOUNT.network(), String.valueOf(GROUP), Optional.empty());
            return new WatchList(List.of(page), List.of());
        }

        @Override
        public NetworkAdapter open(AdapterContext context) {
            NetworkAdapter whole = open(context, settings -> settings.webhook(ACCOUNT.name()));
            warm(whole);
            return new OneSource(whole, "chat:" + GROUP);
        }

        /** Asks once what the chat is and what the bot may do there, so that faults meet the history. */
        private static void warm(NetworkAdapter whole) {
            whole.sources().stream()
                    .filter(source -> source.name().equals("chat:" + GROUP))
                    .forEach(source -> whole.poll(source, Optional.empty(), 1));
        }

        @Override
        public PostId publish(String text) {
            return PostId.of("max", "chat:" + GROUP + ":" + fake.say(GROUP, CITIZEN, text));
        }
    }
}
