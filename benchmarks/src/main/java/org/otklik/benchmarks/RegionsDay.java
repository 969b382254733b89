package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.otklik.post.PostId;
import org.otklik.testkit.vk.VkFake;

/** What people of a region write in a day, second by second; the same from the same seed. */
final class RegionsDay {

    static final int SECONDS = 86_400;

    private static final int HOUR = 3_600;
    private static final int POSTS_A_PAGE = 60;
    private static final int COMMENTS_A_PAGE = 500;
    private static final int STRANGERS = 1_500;
    private static final int TALKED_ABOUT = 20;
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

    private final VkFake fake;
    private final List<Long> pages;
    private final Delays delays;
    private final Random random;
    private final List<List<String>> talks = new ArrayList<>();

    RegionsDay(VkFake fake, List<Long> pages, Delays delays, long seed) {
        this.fake = fake;
        this.pages = pages;
        this.delays = delays;
        this.random = new Random(seed);
        pages.forEach(page -> talks.add(new ArrayList<>()));
    }

    /** Lets people write what they write in one second of the day. */
    void second(int second) {
        double share = HOURS[second / HOUR % HOURS.length] / 1000.0 / HOUR;
        for (int page = 0; page < pages.size(); page++) {
            for (int i = howMany(POSTS_A_PAGE * share); i > 0; i--) {
                post(page);
            }
            for (int i = howMany(COMMENTS_A_PAGE * share); i > 0; i--) {
                comment(page);
            }
        }
        for (int i = howMany(STRANGERS * share); i > 0; i--) {
            long stranger = person();
            await(fake.post(stranger, stranger, complaint()), Delays.Kind.SEARCHED);
        }
    }

    private int howMany(double expected) {
        int whole = (int) expected;
        return random.nextDouble() < expected - whole ? whole + 1 : whole;
    }

    private void post(int page) {
        List<String> talk = talks.get(page);
        String id = fake.post(-pages.get(page), person(), "Подскажите, кто знает, что у нас случилось?");
        talk.add(id);
        if (talk.size() > TALKED_ABOUT) {
            talk.remove(0);
        }
        await(id, Delays.Kind.PAGE_POST);
    }

    /** Under one of the last posts, every third time as a reply to the last comment there. */
    private void comment(int page) {
        List<String> talk = talks.get(page);
        if (!talk.isEmpty()) {
            int which = random.nextInt(talk.size());
            await(fake.comment(talk.get(which), person(), "У нас на улице то же самое"), Delays.Kind.PAGE_COMMENT);
        }
    }

    private void await(String nativeId, Delays.Kind kind) {
        delays.await(PostId.of("vk", nativeId), kind);
    }

    private long person() {
        return 1_000L + random.nextInt(PEOPLE);
    }

    private String complaint() {
        return COMPLAINTS[random.nextInt(COMPLAINTS.length)] + " №" + random.nextInt(1_000_000);
    }
}
