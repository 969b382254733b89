package org.otklik.tck;

import java.util.List;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.testkit.Fault;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.ShownReply;

/** The network in memory, which is its own adapter. */
class InMemoryNetworkUnderTest implements NetworkUnderTest {

    private final InMemoryNetwork network;
    private final SettableClock time;
    private int written;

    InMemoryNetworkUnderTest(InMemoryNetwork network, SettableClock time) {
        this.network = network;
        this.time = time;
    }

    @Override
    public NetworkAdapter open(AdapterContext context) {
        network.attach(context);
        return network;
    }

    @Override
    public PostId publish(String text) {
        PostId id = new PostId(network.network(), "post-" + ++written);
        network.add(Post.builder(id, time.instant()).text(text).build());
        return id;
    }

    @Override
    public void edit(PostId post, String text) {
        network.edit(post, text, time.instant());
    }

    @Override
    public void delete(PostId post) {
        network.delete(post, time.instant());
    }

    @Override
    public List<String> repliesTo(PostId post) {
        return network.replies(post).stream().map(ShownReply::text).toList();
    }

    @Override
    public void breakNext(Fault fault) {
        network.faults().next(fault);
    }
}
