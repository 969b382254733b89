package org.otklik.testkit.x;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the application spent by the price list of February 2026, in thousandths of a dollar; thread-safe. */
final class Purse {

    static final int POST_READ = 5;
    static final int OWNED_READ = 1;
    static final int USER_READ = 10;
    static final int POST = 15;
    static final int POST_WITH_ADDRESS = 200;
    static final int SUMMONED_REPLY = 10;
    static final int DELETION = 10;

    private final Set<String> readToday = new HashSet<>();
    private LocalDate today = LocalDate.MIN;
    private long spent;
    private @Nullable Long credits;
    private boolean counting = true;

    synchronized void stopCounting() {
        counting = false;
    }

    synchronized void credits(BigDecimal dollars) {
        credits = spent + dollars.movePointRight(3).longValueExact();
    }

    synchronized void require() {
        if (credits != null && spent >= credits) {
            throw Problems.plain(402, "Your enrolled account does not have any credits to fulfill this request.");
        }
    }

    synchronized void pay(int price) {
        spent += price;
    }

    /** Pays for reading something, which is free for the rest of a day. */
    synchronized void payRead(int price, String what, XStore store) {
        if (!counting) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(store.now(), ZoneOffset.UTC);
        if (!day.equals(today)) {
            today = day;
            readToday.clear();
        }
        if (readToday.add(what)) {
            spent += price;
        }
    }

    synchronized BigDecimal spent() {
        return BigDecimal.valueOf(spent, 3);
    }
}
