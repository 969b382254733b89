package org.otklik.adapters.max;

import java.util.Optional;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SourceId;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.PollingContract;
import org.otklik.testkit.SettableClock;

/** Comments of which no update told are found under the recent posts of the channel. */
class MaxSweepPollingTest extends PollingContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new Channel(time);
    }

    private static final class Channel extends MaxNetworkUnderTest {

        Channel(SettableClock time) {
            super(time);
        }

        /** The channel's history tells of its posts. */
        @Override
        public NetworkAdapter open(AdapterContext context) {
            NetworkAdapter whole = open(context, settings -> settings.webhook(ACCOUNT.name()));
            if (context.secrets().secret(ACCOUNT, "bot-token").isPresent()) {
                whole.poll(source(ACCOUNT, "chat:"), Optional.empty(), 50);
            }
            return new OneSource(whole, "comments:" + CHANNEL);
        }

        private static SourceId source(AccountId account, String kind) {
            return new SourceId(account, kind + CHANNEL);
        }
    }
}
