package org.otklik.examples.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.*;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.budget.TokenBucket;
import org.otklik.adapters.call.*;
import org.otklik.adapters.http.*;
import org.otklik.adapters.json.*;
import org.otklik.id.PublicationId;
import org.otklik.post.*;
import org.otklik.spi.*;

/** Reads the complaints of a city's board and answers them; thread-safe once it is attached. */
public final class BoardAdapter implements NetworkAdapter {

    static final AccountId ACCOUNT = new AccountId(NetworkId.of("board"), "city");
    private static final SourceId SOURCE = new SourceId(ACCOUNT, "complaints");
    private static final int LONGEST = 1_000;

    /** The network's error table: what each refusal means to the desk. */
    private static final Map<Integer, FailureKind> KINDS = Map.of(
            401, FailureKind.TOKEN_INVALID,
            403, FailureKind.PERMISSION,
            404, FailureKind.TARGET_GONE,
            422, FailureKind.CONTENT_REJECTED,
            429, FailureKind.RATE_LIMIT);

    private final URI base;
    private final HttpTransport transport;
    private final int callsASecond;
    private volatile Optional<AccountCalls> calls = Optional.empty();

    public BoardAdapter(URI base, HttpTransport transport, int callsASecond) {
        this.base = base;
        this.transport = transport;
        this.callsASecond = callsASecond;
    }

    @Override
    public NetworkId network() {
        return ACCOUNT.network();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.POLL, Capability.REPLY, Capability.IDEMPOTENT_SEND);
    }

    @Override
    public void attach(AdapterContext desk) {
        TokenBucket budget = new TokenBucket(callsASecond, Duration.ofSeconds(1), desk.time());
        AccountGate gate = new AccountGate(budget, Backoff.STANDARD, desk.random());
        calls = Optional.of(new AccountCalls(
                ACCOUNT, "access-token", desk.secrets(), transport, gate, BoardAdapter::refusal, desk.time()));
    }

    private static Optional<ApiError> refusal(HttpAnswer answer, JsonNode body) {
        return answer.isSuccess()
                ? Optional.empty()
                : Optional.of(ApiError.of(
                        KINDS.getOrDefault(answer.status(), FailureKind.TRANSIENT), "http-" + answer.status()));
    }

    private JsonNode call(String path, Map<String, String> body) {
        URI address = base.resolve(path);
        return calls.orElseThrow().call(path, token -> {
            HttpCall call = body.isEmpty()
                    ? HttpCall.get(address)
                    : HttpCall.json(address, WireJson.ofAnswers().write(body));
            return call.header("Authorization", "Bearer " + token);
        });
    }

    @Override
    public List<SourceId> sources() {
        return List.of(SOURCE);
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        try {
            String after = cursor.map(Cursor::value).orElse("0");
            JsonNode page = call("/complaints?after=" + after + "&limit=" + limit, Map.of());
            List<PostChange> found = new ArrayList<>();
            List<PostPage.Unreadable> strange = new ArrayList<>();
            Fields.items(page, "complaints")
                    .forEach(one -> read(one).ifPresentOrElse(found::add, () -> strange.add(unreadable(one))));
            String next = Fields.text(page, "next").orElse(after);
            return new PostPage(found, new Cursor(next), Fields.flag(page, "more").orElse(false), strange);
        } catch (CallFailed failed) {
            throw failed.toAdapterException();
        }
    }

    private static PostPage.Unreadable unreadable(JsonNode one) {
        return new PostPage.Unreadable(Fields.text(one, "id").orElse("?"), "NO_ID_OR_TIME");
    }

    private static Optional<PostChange> read(JsonNode one) {
        return Fields.text(one, "id").flatMap(id -> Fields.seconds(one, "at").map(at -> {
            String text = Fields.text(one, "text").orElse("");
            PostId post = new PostId(ACCOUNT.network(), id);
            return new PostChange.Present(Post.builder(post, at).text(text).build());
        }));
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return account.equals(ACCOUNT) && post.id().network().equals(network())
                ? new Replyability.Possible(LONGEST)
                : new Replyability.Impossible("OTHER_NETWORK", post.address());
    }

    @Override
    public ReplyPreview preview(ReplyTarget target, String text) {
        return new ReplyPreview(text, text.codePointCount(0, text.length()), LONGEST);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        if (!preview(target, text).fits()) {
            return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
        }
        try {
            String path = "/complaints/" + target.post().nativeId() + "/answers";
            JsonNode answer = call(path, Map.of("key", key.value(), "text", text));
            return Fields.text(answer, "id")
                    .<PublishOutcome>map(id -> new PublishOutcome.Sent(id, Fields.seconds(answer, "at")))
                    .orElseGet(() -> new PublishOutcome.Unknown("NO_ID"));
        } catch (CallFailed failed) {
            return failed.toOutcome();
        }
    }
}
