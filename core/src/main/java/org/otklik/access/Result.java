package org.otklik.access;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of a command: done with a value, or refused with a reason; immutable.
 *
 * @param <T> what a done command gives back
 */
public sealed interface Result<T> {

    /**
     * The command happened.
     *
     * @param value what it gives back
     * @param <T> its type
     */
    record Done<T>(T value) implements Result<T> {}

    /**
     * The command may not happen; nothing was changed.
     *
     * @param why the reason
     * @param <T> what a done command would have given back
     */
    record Refused<T>(Refusal why) implements Result<T> {}

    /**
     * Returns a done result.
     *
     * @param value what the command gives back
     * @param <T> its type
     * @return the result
     */
    static <T> Result<T> done(T value) {
        return new Done<>(value);
    }

    /**
     * Returns a refused result.
     *
     * @param code the kind of reason
     * @param arguments what the message names
     * @param <T> what a done command would have given back
     * @return the result
     */
    static <T> Result<T> refused(RefusalCode code, Object... arguments) {
        return new Refused<>(Refusal.of(code, arguments));
    }

    /**
     * Tells whether the command happened.
     *
     * @return true if done
     */
    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /**
     * Returns why the command was refused.
     *
     * @return the refusal, or empty if it was done
     */
    default Optional<Refusal> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.why()) : Optional.empty();
    }

    /**
     * Changes the value of a done command.
     *
     * @param change makes the new value
     * @param <U> its type
     * @return a result with the new value, or the same refusal
     */
    default <U> Result<U> map(Function<? super T, ? extends U> change) {
        if (this instanceof Done<T> done) {
            return new Done<>(change.apply(done.value()));
        }
        return new Refused<>(((Refused<T>) this).why());
    }

    /**
     * Returns the value, for callers that know the command may happen.
     *
     * @return what the command gives back
     * @throws RefusedException if the command was refused
     */
    default T orThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new RefusedException(((Refused<T>) this).why(), Locale.ENGLISH);
    }
}
