package org.otklik.adapters.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body and gives it up, with its connection, as soon as it is larger than allowed or lasts too long. */
final class WholeBody implements BodySubscriber<Body> {

    private static final long NOT_TOLD = -1;
    private static final int LEAST_ROOM = 1 << 13;

    /** Room is made at once for what is announced, but no more than this: who lies shall send the bytes first. */
    private static final int LARGEST_ROOM = 1 << 18;

    private final ResponseInfo head;
    private final int largest;
    private final @Nullable RefusedBody refusedAtOnce;
    private final CompletableFuture<Body> result = new CompletableFuture<>();
    private final CompletableFuture<Body> released = result.whenComplete((body, failure) -> release(failure));
    private byte[] bytes;
    private int size;
    private volatile @Nullable Subscription subscription;

    private WholeBody(ResponseInfo head, int largest, int room, @Nullable RefusedBody refusedAtOnce) {
        this.head = head;
        this.largest = largest;
        this.bytes = new byte[room];
        this.refusedAtOnce = refusedAtOnce;
    }

    static WholeBody of(ResponseInfo head, int largest) {
        long announced = head.headers()
                .firstValue("Content-Length")
                .map(WholeBody::length)
                .orElse(NOT_TOLD);
        if (isEncoded(head)) {
            return new WholeBody(head, largest, 0, new RefusedBody(HttpFailure.Reason.BROKEN));
        }
        if (announced > largest) {
            return new WholeBody(head, largest, 0, new RefusedBody(HttpFailure.Reason.TOO_LARGE));
        }
        return new WholeBody(head, largest, (int) Math.max(LEAST_ROOM, Math.min(announced, LARGEST_ROOM)), null);
    }

    /** We never offer to unpack anything, so a packed answer is a fault or a bomb. */
    static boolean isEncoded(ResponseInfo head) {
        return head.headers().allValues("Content-Encoding").stream()
                .anyMatch(value -> !value.isBlank()
                        && !value.strip().toLowerCase(Locale.ROOT).equals("identity"));
    }

    private static long length(String announced) {
        try {
            return Long.parseLong(announced.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Gives the body up because its time is over. */
    void giveUp() {
        result.completeExceptionally(new RefusedBody(HttpFailure.Reason.TIMEOUT));
    }

    @Override
    public CompletionStage<Body> getBody() {
        return released;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (refusedAtOnce != null) {
            result.completeExceptionally(refusedAtOnce);
        } else if (result.isDone()) {
            given.cancel();
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
            if (item.remaining() > largest - size) {
                result.completeExceptionally(new RefusedBody(HttpFailure.Reason.TOO_LARGE));
                return;
            }
            append(item);
        }
    }

    private void append(ByteBuffer item) {
        int length = item.remaining();
        if (length > bytes.length - size) {
            long twice = Math.min(largest, 2L * bytes.length);
            bytes = Arrays.copyOf(bytes, (int) Math.max(twice, size + length));
        }
        item.get(bytes, size, length);
        size += length;
    }

    private void release(@Nullable Throwable failure) {
        Subscription source = subscription;
        if (failure != null && source != null) {
            source.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        byte[] whole = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        result.complete(new Body.Whole(
                HttpAnswer.owning(head.statusCode(), head.headers().map(), whole)));
    }
}
