package org.otklik.examples.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.*;
import java.util.function.Function;
import org.otklik.adapters.budget.*;
import org.otklik.adapters.call.*;
import org.otklik.adapters.http.*;
import org.otklik.adapters.json.*;
import org.otklik.id.PublicationId;
import org.otklik.post.*;
import org.otklik.spi.*;

/** Reads the complaints of a city's board and answers them; thread-safe. */
public final class BoardAdapter implements NetworkAdapter {

    static final AccountId ACCOUNT = new AccountId(NetworkId.of("board"), "city");
    private static final int LONGEST = 1_000;
    private static final Map<Integer, FailureKind> ERROR_TABLE =
            Map.of(401, FailureKind.TOKEN_INVALID, 404, FailureKind.TARGET_GONE, 429, FailureKind.RATE_LIMIT);

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
        FailureKind kind = ERROR_TABLE.getOrDefault(answer.status(), FailureKind.TRANSIENT);
        return answer.isSuccess() ? Optional.empty() : Optional.of(ApiError.of(kind, "http-" + answer.status()));
    }

    private JsonNode call(String path, Function<URI, HttpCall> request) {
        return calls.orElseThrow()
                .call(path, token -> request.apply(base.resolve(path)).header("Authorization", "Bearer " + token));
    }

    @Override
    public List<SourceId> sources() {
        return List.of(new SourceId(ACCOUNT, "complaints"));
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        try {
            String after = cursor.map(Cursor::value).orElse("0");
            JsonNode page = call("/complaints?after=" + after + "&limit=" + limit, HttpCall::get);
            List<PostChange> found = new ArrayList<>();
            List<PostPage.Unreadable> strange = new ArrayList<>();
            Fields.items(page, "complaints")
                    .forEach(one -> read(one)
                            .ifPresentOrElse(found::add, () -> strange.add(new PostPage.Unreadable("?", "STRANGE"))));
            Cursor next = new Cursor(Fields.text(page, "next").orElse(after));
            return new PostPage(found, next, Fields.flag(page, "more").orElse(false), strange);
        } catch (CallFailed failed) {
            throw failed.toAdapterException();
        }
    }

    private static Optional<PostChange> read(JsonNode one) {
        String text = Fields.text(one, "text").orElse("");
        return Fields.seconds(one, "at")
                .flatMap(at -> Fields.text(one, "id").map(id -> Post.builder(PostId.of("board", id), at)))
                .map(post -> new PostChange.Present(post.text(text).build()));
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
            byte[] body = WireJson.ofAnswers().write(Map.of("key", key.value(), "text", text));
            JsonNode answer = call(
                    "/complaints/" + target.post().nativeId() + "/answers", address -> HttpCall.json(address, body));
            return Fields.text(answer, "id")
                    .<PublishOutcome>map(id -> new PublishOutcome.Sent(id, Fields.seconds(answer, "at")))
                    .orElseGet(() -> new PublishOutcome.Unknown("NO_ID"));
        } catch (CallFailed failed) {
            return failed.toOutcome();
        }
    }
}
