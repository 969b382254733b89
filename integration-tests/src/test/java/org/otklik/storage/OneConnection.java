package org.otklik.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Gives its one connection to everybody, as often as they close it, and nothing sets it back in between. */
final class OneConnection extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private final transient Connection real;
    private final transient List<String> calls = new ArrayList<>();

    private OneConnection(Connection real) {
        this.real = real;
    }

    static OneConnection of(Connection real) {
        return new OneConnection(real);
    }

    /** Names what was called since it was asked before, with the first argument. */
    List<String> calls() {
        List<String> copy = List.copyOf(calls);
        calls.clear();
        return copy;
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    calls.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
