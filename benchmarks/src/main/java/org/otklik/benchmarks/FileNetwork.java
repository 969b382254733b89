package org.otklik.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.testkit.SettableClock;

/** A network whose posts stand in a file; reading sets the clock to the time of the last post read. */
final class FileNetwork implements NetworkAdapter, AutoCloseable {

    private static final NetworkId NETWORK = NetworkId.of(GeneratedPost.NETWORK);
    private static final SourceId SOURCE = new SourceId(AccountId.of(GeneratedPost.NETWORK, "official"), "file");

    private final BufferedReader reader;
    private final SettableClock clock;
    private long line;

    FileNetwork(Path file, SettableClock clock) throws IOException {
        this.reader = Files.newBufferedReader(file);
        this.clock = clock;
    }

    @Override
    public NetworkId network() {
        return NETWORK;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.POLL);
    }

    @Override
    public void attach(AdapterContext context) {}

    @Override
    public List<SourceId> sources() {
        return List.of(SOURCE);
    }

    /** One page a step, so that reading does not run ahead of deciding; the cursor is the number of lines read. */
    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        long wanted = cursor.map(at -> Long.parseLong(at.value())).orElse(0L);
        if (wanted != line) {
            throw new IllegalStateException("The file stands at line " + line + ", not " + wanted + ".");
        }
        List<PostChange> changes = new ArrayList<>();
        try {
            for (String text = next(changes, limit); text != null; text = next(changes, limit)) {
                Post post = GeneratedPost.ofJson(text).toPost();
                changes.add(new PostChange.Present(post));
                clock.at(post.publishedAt());
                line++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PostPage.of(changes, new Cursor(Long.toString(line)), false);
    }

    private @Nullable String next(List<PostChange> read, int limit) throws IOException {
        return read.size() < limit ? reader.readLine() : null;
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return new Replyability.Impossible("READ_ONLY", Optional.empty());
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        throw new UnsupportedOperationException("A file cannot be answered.");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
