package org.otklik.benchmarks.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/**
 * A storage that remembers what it was asked, transaction by transaction, so that the same can be asked of another one
 * with no desk before it.
 */
final class Recording implements Storage {

    private final Storage storage;
    private final List<List<Call>> transactions = new ArrayList<>();

    /** A question or order to one of the stores. */
    private record Call(Method store, Method method, List<@Nullable Object> arguments) {

        void repeat(UnitOfWork unit) {
            invoke(method, invoke(store, unit), arguments.toArray());
        }
    }

    Recording(Storage storage) {
        this.storage = storage;
    }

    @Override
    public synchronized <T> T transact(Function<UnitOfWork, T> work) {
        List<Call> calls = new ArrayList<>();
        T result = storage.transact(unit -> {
            calls.clear();
            return work.apply(remembering(unit, calls));
        });
        transactions.add(List.copyOf(calls));
        return result;
    }

    private static UnitOfWork remembering(UnitOfWork unit, List<Call> calls) {
        return proxy(UnitOfWork.class, (self, store, none) -> {
            Object real = invoke(store, unit);
            return proxy(store.getReturnType(), (also, method, arguments) -> {
                Object[] given = arguments == null ? new Object[0] : arguments;
                calls.add(new Call(store, method, new ArrayList<>(Arrays.asList(given))));
                return invoke(method, real, given);
            });
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Method method, Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** Does the same in another storage, which must be in the state in which this one began. */
    void repeat(Storage other) {
        for (List<Call> calls : transactions) {
            other.transact(unit -> {
                calls.forEach(call -> call.repeat(unit));
                return true;
            });
        }
    }

    @Override
    public InstantSource leaseClock() {
        return storage.leaseClock();
    }

    @Override
    public void close() {
        storage.close();
    }
}
