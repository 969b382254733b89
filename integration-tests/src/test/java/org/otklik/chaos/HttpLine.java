package org.otklik.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;

/** Speaks with the fake network; thread-safe. */
final class HttpLine implements NetworkAdapter, OwnReplyFinder, WebhookDecoder {

    static final NetworkId NETWORK = NetworkId.of("vk");
    static final AccountId OFFICIAL = new AccountId(NETWORK, "official");
    static final SourceId WALL = new SourceId(OFFICIAL, "wall");
    private static final int LONGEST = 4_000;
    private static final Duration WAIT = Duration.ofMillis(700);

    private final URI network;
    private final Proof proof;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(FakeNetwork.CLIENT_MILLIS))
            .build();

    HttpLine(int port, Proof proof) {
        this.network = URI.create("http://127.0.0.1:" + port);
        this.proof = proof;
    }

    @Override
    public NetworkId network() {
        return NETWORK;
    }

    @Override
    public Set<Capability> capabilities() {
        return proof.capabilities();
    }

    @Override
    public void attach(AdapterContext context) {
        // Nothing is asked of the desk.
    }

    @Override
    public List<SourceId> sources() {
        return List.of(WALL);
    }

    private HttpResponse<String> call(String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(network.resolve(path))
                .timeout(Duration.ofMillis(FakeNetwork.CLIENT_MILLIS))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        int after = cursor.map(Cursor::value).map(Integer::parseInt).orElse(0);
        try {
            List<PostChange> changes = WirePost.parseAll(
                            call("/poll", after + " " + limit).body())
                    .stream()
                    .map(WirePost::post)
                    .<PostChange>map(PostChange.Present::new)
                    .toList();
            Cursor next = new Cursor(Integer.toString(after + changes.size()));
            return new PostPage(changes, next, changes.size() == limit, List.of());
        } catch (IOException failure) {
            throw AdapterException.of(FailureKind.TRANSIENT, "The network did not answer.");
        }
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return new Replyability.Possible(LONGEST);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        try {
            HttpResponse<String> answer =
                    call("/publish", key.value() + " " + target.post().nativeId() + " " + WirePost.encoded(text));
            return switch (answer.statusCode()) {
                case 200 -> new PublishOutcome.Sent(answer.body(), Optional.empty());
                case 429 -> new PublishOutcome.Later(FailureKind.RATE_LIMIT, WAIT);
                default -> new PublishOutcome.Later(FailureKind.TRANSIENT, WAIT);
            };
        } catch (IOException failure) {
            return new PublishOutcome.Unknown("TIMEOUT");
        }
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        try {
            HttpResponse<String> answer = call("/find", target.post().nativeId() + " " + WirePost.encoded(text));
            return switch (answer.statusCode()) {
                case 200 -> new ReadBack.Visible(answer.body(), Optional.empty());
                case 404 -> new ReadBack.Absent();
                default -> new ReadBack.NotKnown(FailureKind.TRANSIENT);
            };
        } catch (IOException failure) {
            return new ReadBack.NotKnown(FailureKind.TRANSIENT);
        }
    }

    @Override
    public WebhookDecision decode(AccountId account, WebhookRequest request) {
        List<PostChange> changes = WirePost.parseAll(new String(request.body(), StandardCharsets.UTF_8)).stream()
                .map(WirePost::post)
                .<PostChange>map(PostChange.Present::new)
                .toList();
        return new WebhookDecision.Genuine(changes, WebhookAnswer.text(200, "ok"));
    }
}
