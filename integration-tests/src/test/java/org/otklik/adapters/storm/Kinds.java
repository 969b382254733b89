package org.otklik.adapters.storm;

import java.util.List;
import java.util.function.Function;
import org.otklik.testkit.SettableClock;

/** The networks, to be made anew. */
final class Kinds {

    private Kinds() {}

    static List<Function<SettableClock, StormNetwork>> all() {
        return List.of(VkStorm::new, OkStorm::new, XStorm::new, FacebookStorm::new, InstagramStorm::new);
    }

    /** Another of the same kind. */
    static Function<SettableClock, StormNetwork> of(StormNetwork one) {
        if (one instanceof VkStorm) {
            return VkStorm::new;
        }
        if (one instanceof FacebookStorm) {
            return FacebookStorm::new;
        }
        if (one instanceof InstagramStorm) {
            return InstagramStorm::new;
        }
        return one instanceof OkStorm ? OkStorm::new : XStorm::new;
    }
}
