package org.otklik.adapters.storm;

import java.util.List;
import java.util.function.Function;
import org.otklik.testkit.SettableClock;

/** The networks, to be made anew. */
enum Kinds implements Function<SettableClock, StormNetwork> {
    VK("vk", VkStorm::new),
    OK("ok", OkStorm::new),
    X("x", XStorm::new),
    TELEGRAM("telegram", TelegramStorm::new),
    MAX("max", MaxStorm::new),
    FACEBOOK("facebook", FacebookStorm::new),
    INSTAGRAM("instagram", InstagramStorm::new);

    private final String code;
    private final Function<SettableClock, StormNetwork> maker;

    Kinds(String code, Function<SettableClock, StormNetwork> maker) {
        this.code = code;
        this.maker = maker;
    }

    static List<Kinds> all() {
        return List.of(values());
    }

    /** Another of the same kind. */
    static Kinds of(StormNetwork one) {
        return all().stream()
                .filter(kind -> kind.code.equals(one.reader().network().code()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public StormNetwork apply(SettableClock clock) {
        return maker.apply(clock);
    }

    @Override
    public String toString() {
        return code;
    }
}
