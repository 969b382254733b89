package org.otklik.benchmarks.lag;

import java.util.Optional;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;

/** A faked network in which the people of a region write all day; for one thread. */
interface Town extends AutoCloseable {

    /** What is read: with its default intervals and the network's own limits. */
    NetworkAdapter adapter();

    /** What the host's safe holds for the adapter. */
    Optional<String> secret(AccountId account, String name);

    /** How many pages of ours people write on. */
    int pages();

    /** Somebody begins a talk on a page; empty where only the page itself can. */
    Optional<PostId> post(int page, long person, String text);

    /** Somebody answers under a talk of the page, one of those that are still talked about. */
    Optional<PostId> comment(int page, long person, String text);

    /** Somebody complains where only a search finds it; empty where there is no search. */
    Optional<PostId> elsewhere(long person, String text);

    /** What the day cost. */
    String cost();

    @Override
    void close();
}
