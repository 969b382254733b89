package org.otklik.examples.demo.summary;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.otklik.examples.demo.network.Fault;
import org.otklik.post.PostId;
import org.otklik.reply.PublicationState;

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
            case TIME_OUT -> facts.wasSent(post) && copies(post, facts) == 1;
            case RATE_LIMIT -> facts.wasSent(post);
            case TARGET_GONE -> facts.refusedIn(post)
                    .filter(incident -> incident.posts().awaiting() == 0)
                    .isPresent();
            case HIDDEN -> facts.wasSent(post) && facts.publications()
                    .anyMatch(one -> one.target().equals(post) && one.state() == PublicationState.VANISHED);
        };
    }

    private static long copies(PostId post, DayFacts facts) {
        return facts.journal().under(post).stream()
                .map(reply -> reply.account() + " " + reply.text())
                .filter(facts.journal().under(post).get(0).account()
                                .concat(" ")
                                .concat(facts.journal().under(post).get(0).text())
                        ::equals)
                .count();
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
