package org.otklik.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Function;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/** A storage, usually in memory, that lies in one method of one store. */
public final class Sabotaged implements StorageUnderTest {

    private final InMemoryUnderTest honest = new InMemoryUnderTest();
    private final String method;
    private final Lie lie;

    /** What a method does instead; it may call the honest one. */
    public interface Lie {
        Object tell(Honest honest, Object[] args);
    }

    /** The method as it should be. */
    public interface Honest {
        Object call(Object... args);
    }

    private Sabotaged(String method, Lie lie) {
        this.method = method;
        this.lie = lie;
    }

    /** Lies in a method named as {@code posts.insertNew}. */
    static StorageUnderTest in(String method, Lie lie) {
        return new Sabotaged(method, lie);
    }

    @Override
    public Storage open() {
        return lying(honest.open());
    }

    @Override
    public Storage restart() {
        return lying(honest.restart());
    }

    @Override
    public void advanceLeaseClock(Duration time) {
        honest.advanceLeaseClock(time);
    }

    @Override
    public void close() {
        honest.close();
    }

    private Storage lying(Storage storage) {
        return lying(storage, method, lie);
    }

    /** A storage over another that lies in a method named as {@code posts.insertNew}. */
    public static Storage lying(Storage storage, String method, Lie lie) {
        return new ForwardingStorage(storage) {
            @Override
            public <T> T transact(Function<UnitOfWork, T> work) {
                return super.transact(unit -> work.apply(lying(unit, method, lie)));
            }
        };
    }

    private static UnitOfWork lying(UnitOfWork unit, String method, Lie lie) {
        return proxy(UnitOfWork.class, (store, args) -> {
            Object honestStore = invoke(store, unit, args);
            if (!store.getReturnType().isInterface()) {
                return honestStore;
            }
            return proxy(store.getReturnType(), (called, callArgs) -> {
                Honest truth = changed -> invoke(called, honestStore, changed);
                boolean lies = method.equals(store.getName() + "." + called.getName());
                return lies ? lie.tell(truth, callArgs) : truth.call(callArgs);
            });
        });
    }

    private interface Handler {
        Object handle(Method method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, called, args) -> handler.handle(called, args)));
    }

    private static Object invoke(Method method, Object target, Object[] args) {
        try {
            method.setAccessible(true);
            return method.invoke(target, args);
        } catch (InvocationTargetException failed) {
            throw sneaky(failed.getCause());
        } catch (IllegalAccessException closed) {
            throw new AssertionError(closed);
        }
    }

    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
