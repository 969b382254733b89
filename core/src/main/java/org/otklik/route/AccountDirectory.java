package org.otklik.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.route.AccountChoice.Origin;

/** The official accounts of a region: through which one a body answers, and who of the authors is an official; immutable. */
public final class AccountDirectory {

    private static final Comparator<OfficialAccount> FALLBACK = Comparator.comparingInt(OfficialAccount::fallbackOrder)
            .thenComparing(account -> account.account().name());

    private final List<OfficialAccount> accounts;
    private final BodyDirectory bodies;
    private final BodyId regionBody;
    private final Map<NativeAuthor, OfficialAccount> byAuthor = new HashMap<>();

    private AccountDirectory(Collection<OfficialAccount> accounts, BodyDirectory bodies, BodyId regionBody) {
        this.accounts = accounts.stream().sorted(FALLBACK).toList();
        this.bodies = bodies;
        this.regionBody = regionBody;
        for (OfficialAccount account : this.accounts) {
            for (String author : account.authorIds()) {
                byAuthor.putIfAbsent(new NativeAuthor(account.account().network(), author), account);
            }
        }
    }

    /**
     * Returns a directory of these accounts.
     *
     * @param accounts any order
     * @param bodies the bodies they speak for
     * @param regionBody the body whose accounts speak for every other body that has none
     * @return the directory
     */
    public static AccountDirectory of(Collection<OfficialAccount> accounts, BodyDirectory bodies, BodyId regionBody) {
        return new AccountDirectory(accounts, bodies, regionBody);
    }

    /**
     * Chooses the account through which a body answers in a network.
     *
     * @param body who answers
     * @param network where
     * @return its own account, else one of a body above it, else the region's; empty if none may reply there
     */
    public Optional<AccountChoice> accountFor(BodyId body, NetworkId network) {
        return accountsFor(body, network).stream().findFirst();
    }

    /**
     * Lists every account through which a body may answer in a network, best first.
     *
     * @param body who answers
     * @param network where
     * @return own accounts by fallback order, then those of the bodies above, then the region's
     */
    public List<AccountChoice> accountsFor(BodyId body, NetworkId network) {
        List<AccountChoice> choices = new ArrayList<>(replyAccounts(body, network, Origin.OWN));
        bodies.withParents(body).stream()
                .map(ResponsibleBody::id)
                .filter(above -> !above.equals(body) && !above.equals(regionBody))
                .forEach(above -> choices.addAll(replyAccounts(above, network, Origin.PARENT)));
        if (!body.equals(regionBody)) {
            choices.addAll(replyAccounts(regionBody, network, Origin.REGION));
        }
        return List.copyOf(choices);
    }

    private List<AccountChoice> replyAccounts(BodyId body, NetworkId network, Origin origin) {
        return accounts.stream()
                .filter(account -> account.mayReply()
                        && account.body().equals(body)
                        && account.account().network().equals(network))
                .map(account -> new AccountChoice(account, origin))
                .toList();
    }

    /**
     * Tells whether an author of a network writes for a body.
     *
     * @param network where he writes
     * @param nativeAuthorId the network's own id of the author
     * @return the body, or empty if the author is no official account
     */
    public Optional<BodyId> official(NetworkId network, String nativeAuthorId) {
        return Optional.ofNullable(byAuthor.get(new NativeAuthor(network, nativeAuthorId)))
                .map(OfficialAccount::body);
    }

    /**
     * Finds an account by its key.
     *
     * @param id the key
     * @return the account
     */
    public Optional<OfficialAccount> find(AccountId id) {
        return accounts.stream().filter(account -> account.account().equals(id)).findFirst();
    }

    /**
     * Lists all accounts.
     *
     * @return by fallback order, then name
     */
    public List<OfficialAccount> all() {
        return accounts;
    }

    private record NativeAuthor(NetworkId network, String id) {}
}
