package org.otklik.adapters.twitter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.otklik.adapters.budget.DailyQuota;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.FailureKind;

/**
 * Keeps what X costs below the day's ceiling; thread-safe, counted over restarts and nodes.
 *
 * <p>What a page costs is known only after it was read: a page is asked for while its whole size can be paid, and paid by
 * what it brought. Posts are paid before they are written.
 */
final class XSpend {

    private static final String SPENT = "own-spend";

    private final Optional<XPrices> prices;
    private final Optional<DailyQuota> quota;
    private final InstantSource time;

    XSpend(XSettings settings, AdapterContext context) {
        this.prices = settings.prices();
        this.time = context.time();
        this.quota = prices.map(each -> new DailyQuota(
                context.state(settings.reading()), "x-spend", each.daily(), ZoneOffset.UTC, context.time()));
    }

    private long price(boolean owned) {
        return prices.map(each -> owned ? each.ownedRead() : each.read()).orElse(0L);
    }

    /** How many posts can be paid now. */
    int affordable(int wanted, boolean owned) {
        long price = price(owned);
        return price == 0 || quota.isEmpty()
                ? wanted
                : (int) Math.min(wanted, quota.get().left() / price);
    }

    /** Lowers a wish to what can be paid, and stops the call if that is less than X gives at the least. */
    int wish(int wanted, int least, boolean owned, String what) {
        int affordable = affordable(Math.max(wanted, least), owned);
        if (affordable < least) {
            throw new CallFailed(what, spent(), false);
        }
        return affordable;
    }

    void paid(int posts, boolean owned) {
        long cost = posts * price(owned);
        if (cost > 0 && quota.isPresent() && !quota.get().tryTake(cost)) {
            quota.get().exhaust();
        }
    }

    /** Pays a reply before it is sent. */
    boolean payReply(boolean withLink) {
        long cost = prices.map(each -> withLink ? each.link() : each.write()).orElse(0L);
        return cost == 0 || quota.isEmpty() || quota.get().tryTake(cost);
    }

    ApiError spent() {
        return ApiError.of(FailureKind.QUOTA, SPENT).retryAfter(untilTomorrow());
    }

    Duration untilTomorrow() {
        Instant now = time.instant();
        Instant midnight = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Duration.between(now, midnight);
    }
}
