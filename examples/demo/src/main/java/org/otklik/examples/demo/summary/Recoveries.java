package org.otklik.examples.demo.summary;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.examples.demo.network.Fault;
import org.otklik.examples.demo.network.ShownReply;
import org.otklik.post.PostId;

/** How the desk got over each misbehaviour of the networks. */
public final class Recoveries {

    private final Map<Fault, Share> shares = new EnumMap<>(Fault.class);

    private Recoveries() {}

    /**
     * Compares what the networks did with where the desk stands.
     *
     * @param facts the day
     * @return recovered of all, for each kind of fault
     */
    public static Recoveries of(DayFacts facts) {
        Recoveries recoveries = new Recoveries();
        for (Fault fault : Fault.values()) {
            Share share = new Share();
            Set<PostId> posts = facts.journal().posts(fault);
            posts.forEach(post -> share.count(isRecovered(fault, post, facts)));
            recoveries.shares.put(fault, share);
        }
        return recoveries;
    }

    private static boolean isRecovered(Fault fault, PostId post, DayFacts facts) {
        return switch (fault) {
            case TIME_OUT -> facts.wasSent(post) && isSaidOnce(post, facts);
            case RATE_LIMIT -> facts.wasSent(post);
            case TARGET_GONE ->
                facts.refusedIn(post)
                        .filter(incident -> incident.posts().awaiting() == 0)
                        .isPresent();
            case HIDDEN -> facts.answeredAnew(post);
        };
    }

    /** The same words of the same account stand there once. */
    private static boolean isSaidOnce(PostId post, DayFacts facts) {
        List<ShownReply> shown = facts.journal().under(post);
        return shown.stream()
                        .map(reply -> List.of(reply.account(), reply.text()))
                        .distinct()
                        .count()
                == shown.size();
    }

    /**
     * Tells how often a fault happened.
     *
     * @param fault which
     * @return how often
     */
    public int happened(Fault fault) {
        return share(fault).whole();
    }

    /**
     * Tells how often the desk got over it.
     *
     * @param fault which
     * @return how often
     */
    public int recovered(Fault fault) {
        return share(fault).part();
    }

    private Share share(Fault fault) {
        return shares.getOrDefault(fault, new Share());
    }

    void write(Sheet sheet) {
        sheet.row("Ответ принят, связь пропала: найден в сети, не повторён", share(Fault.TIME_OUT));
        sheet.row("Сеть просила подождать: отправлен позже", share(Fault.RATE_LIMIT));
        sheet.row("Сообщение удалено: ответ снят с причиной", share(Fault.TARGET_GONE));
        sheet.row("Ответ скрыт сетью: замечено, дан новый", share(Fault.HIDDEN));
    }
}
