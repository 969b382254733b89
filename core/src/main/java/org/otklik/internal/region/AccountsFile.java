package org.otklik.internal.region;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.route.OfficialAccount;

/** Reads {@code accounts.csv}: through which accounts bodies speak. */
final class AccountsFile {

    static final String NAME = "accounts.csv";

    private static final String[] COLUMNS = {
        "network", "page", "body", "account", "authorIds", "mayReply", "fallbackOrder", "footnote"
    };

    private AccountsFile() {}

    static FileContent<OfficialAccount> read(PackFiles files) {
        return FileContent.of(files.table(NAME, COLUMNS), AccountsFile::account, OfficialAccount::account, "account");
    }

    private static Optional<OfficialAccount> account(Entry entry) {
        Optional<NetworkId> network = entry.needed("network", NetworkId::of, "value.network");
        String page = entry.required("page");
        Optional<BodyId> body = entry.needed("body", BodyId::of, "value.id");
        String account = entry.required("account");
        Set<String> authors = new HashSet<>(entry.texts("authorIds"));
        boolean mayReply = entry.flag("mayReply");
        Optional<Integer> order = entry.needed("fallbackOrder", Integer::valueOf, "value.number");
        Optional<String> footnote = entry.text("footnote");
        return entry.build(() -> new OfficialAccount(
                new AccountId(network.orElseThrow(), account),
                page,
                body.orElseThrow(),
                mayReply,
                order.orElseThrow(),
                authors,
                footnote));
    }
}
