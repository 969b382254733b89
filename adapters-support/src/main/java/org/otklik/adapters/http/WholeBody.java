package org.otklik.adapters.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body and gives it up, with its connection, as soon as it is larger than allowed. */
final class WholeBody implements BodySubscriber<Body> {

    private final ResponseInfo head;
    private final int largest;
    private final @Nullable RefusedBody refusedAtOnce;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Body> result = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    private WholeBody(ResponseInfo head, int largest, @Nullable RefusedBody refusedAtOnce) {
        this.head = head;
        this.largest = largest;
        this.refusedAtOnce = refusedAtOnce;
    }

    static BodyHandler<Body> upTo(int largest) {
        return head -> of(head, largest);
    }

    static WholeBody of(ResponseInfo head, int largest) {
        if (isEncoded(head)) {
            return new WholeBody(head, largest, new RefusedBody(HttpFailure.Reason.BROKEN));
        }
        boolean tooLarge =
                head.headers().firstValue("Content-Length").stream().anyMatch(text -> exceeds(text, largest));
        return new WholeBody(head, largest, tooLarge ? new RefusedBody(HttpFailure.Reason.TOO_LARGE) : null);
    }

    /** We never offer to unpack anything, so a packed answer is a fault or a bomb. */
    static boolean isEncoded(ResponseInfo head) {
        return head.headers().allValues("Content-Encoding").stream()
                .anyMatch(value -> !value.isBlank()
                        && !value.strip().toLowerCase(Locale.ROOT).equals("identity"));
    }

    private static boolean exceeds(String length, int largest) {
        try {
            return Long.parseLong(length.strip()) > largest;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    @Override
    public CompletionStage<Body> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (refusedAtOnce != null) {
            refuse(refusedAtOnce);
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        for (ByteBuffer item : items) {
            if (result.isDone()) {
                return;
            }
            if (item.remaining() > largest - bytes.size()) {
                refuse(new RefusedBody(HttpFailure.Reason.TOO_LARGE));
                return;
            }
            append(item);
        }
    }

    private void append(ByteBuffer item) {
        if (item.hasArray()) {
            bytes.write(item.array(), item.arrayOffset() + item.position(), item.remaining());
            return;
        }
        byte[] part = new byte[item.remaining()];
        item.get(part);
        bytes.writeBytes(part);
    }

    private void refuse(RefusedBody why) {
        result.completeExceptionally(why);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(new Body.Whole(
                HttpAnswer.owning(head.statusCode(), head.headers().map(), bytes.toByteArray())));
    }
}
