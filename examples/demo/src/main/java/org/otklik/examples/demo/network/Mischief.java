package org.otklik.examples.demo.network;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.otklik.post.PostId;

/** Decides by a fixed seed under which posts a network misbehaves, so that every run meets the same faults. */
final class Mischief {

    private static final int SEED = 63;
    private static final int SHARE = 12;

    /** A deleted post stays deleted; the other faults happen at the first attempt only. */
    Optional<Fault> at(PostId post, boolean first) {
        return switch (draw(post)) {
            case 0 -> first ? Optional.of(Fault.TIME_OUT) : Optional.empty();
            case 1 -> first ? Optional.of(Fault.RATE_LIMIT) : Optional.empty();
            case 2 -> everyThird(post) ? Optional.of(Fault.TARGET_GONE) : Optional.empty();
            case 3 -> first && everyThird(post) ? Optional.of(Fault.HIDDEN) : Optional.empty();
            default -> Optional.empty();
        };
    }

    boolean mayReply(PostId post) {
        return !post.network().code().equals("x") || draw(post) % 3 != 0;
    }

    private static boolean everyThird(PostId post) {
        return hash("often:" + post) % 3 == 0;
    }

    private static int draw(PostId post) {
        return (int) (hash(SEED + ":" + post) % SHARE);
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
