package org.otklik.benchmarks.lag;

import java.util.Optional;
import java.util.Random;
import org.otklik.post.PostId;

/** What people of a region write in a day, second by second; the same from the same seed. */
final class RegionsDay {

    static final int SECONDS = 86_400;

    private static final int HOUR = 3_600;
    private static final int POSTS_A_PAGE = 60;
    private static final int COMMENTS_A_PAGE = 500;
    private static final int STRANGERS = 1_500;
    private static final int PEOPLE = 50_000;

    /** How many of a thousand posts of the day fall into each hour from midnight on. */
    private static final int[] HOURS = {
        12, 8, 5, 4, 5, 8, 18, 34, 46, 54, 58, 60, 60, 58, 56, 56, 58, 62, 66, 68, 66, 60, 48, 30
    };

    private static final String[] COMPLAINTS = {
        "Самара, жалоба: третью неделю не вывозят мусор",
        "Самарская область: яма, а не дорога, два колеса пробил",
        "Тольятти, нет отопления в доме, дети болеют",
        "Тольятти, администрация отвечает отписками",
        "Сызрань, жалоба на управляющую компанию"
    };

    private final Town town;
    private final Delays delays;
    private final Random random;

    RegionsDay(Town town, Delays delays, long seed) {
        this.town = town;
        this.delays = delays;
        this.random = new Random(seed);
    }

    /** Lets people write what they write in one second of the day. */
    void second(int second) {
        double share = HOURS[second / HOUR % HOURS.length] / 1000.0 / HOUR;
        for (int page = 0; page < town.pages(); page++) {
            for (int i = howMany(POSTS_A_PAGE * share); i > 0; i--) {
                await(town.post(page, person(), "Подскажите, кто знает, что у нас случилось?"), Delays.Kind.PAGE_POST);
            }
            for (int i = howMany(COMMENTS_A_PAGE * share); i > 0; i--) {
                await(town.comment(page, person(), "У нас на улице то же самое"), Delays.Kind.PAGE_COMMENT);
            }
        }
        for (int i = howMany(STRANGERS * share); i > 0; i--) {
            await(town.elsewhere(person(), complaint()), Delays.Kind.SEARCHED);
        }
    }

    private int howMany(double expected) {
        int whole = (int) expected;
        return random.nextDouble() < expected - whole ? whole + 1 : whole;
    }

    private void await(Optional<PostId> post, Delays.Kind kind) {
        post.ifPresent(id -> delays.await(id, kind));
    }

    private long person() {
        return 1_000L + random.nextInt(PEOPLE);
    }

    private String complaint() {
        return COMPLAINTS[random.nextInt(COMPLAINTS.length)] + " №" + random.nextInt(1_000_000);
    }
}
