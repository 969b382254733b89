package org.otklik.adapters.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.spi.AdapterState;

/**
 * A few pairs that an account keeps in the desk's storage, the newest ones where there are too many; thread-safe. Reading
 * asks the memory alone, so {@link #refresh()} comes before it where another node may have written.
 */
final class Notes {

    private static final int TRIES = 10;
    private static final int LARGEST = 8_000;

    private final AdapterState state;
    private final String key;
    private Map<String, String> pairs = new LinkedHashMap<>();

    Notes(AdapterState state, String key) {
        this.state = state;
        this.key = key;
    }

    /** Reads what is stored; returns this. */
    Notes refresh() {
        Map<String, String> stored = parse(state.read(key).orElse(""));
        synchronized (this) {
            pairs = stored;
        }
        return this;
    }

    synchronized Optional<String> find(String name) {
        return Optional.ofNullable(pairs.get(name));
    }

    synchronized boolean isEmpty() {
        return pairs.isEmpty();
    }

    synchronized Map<String, String> all() {
        return new LinkedHashMap<>(pairs);
    }

    /** Notes a pair, which may hold neither a comma nor an equals sign; true if that is new. */
    boolean put(String name, String value) {
        return !find(name).equals(Optional.of(value)) && write(name, Optional.of(value));
    }

    boolean remove(String name) {
        return find(name).isPresent() && write(name, Optional.empty());
    }

    private boolean write(String name, Optional<String> value) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> stored = state.read(key);
            Map<String, String> next = parse(stored.orElse(""));
            next.remove(name);
            value.ifPresent(text -> next.put(name, text));
            if (state.compareAndSet(key, stored, format(next))) {
                synchronized (this) {
                    pairs = next;
                }
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> parse(String stored) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : stored.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    /** Forgets the oldest pairs that have no room. */
    private static String format(Map<String, String> pairs) {
        int size = pairs.entrySet().stream()
                .mapToInt(pair -> pair.getKey().length() + pair.getValue().length() + 2)
                .sum();
        var oldest = pairs.entrySet().iterator();
        while (size > LARGEST && oldest.hasNext()) {
            Map.Entry<String, String> pair = oldest.next();
            size -= pair.getKey().length() + pair.getValue().length() + 2;
            oldest.remove();
        }
        StringBuilder text = new StringBuilder();
        pairs.forEach(
                (name, value) -> text.append(name).append('=').append(value).append(','));
        return text.toString();
    }
}
