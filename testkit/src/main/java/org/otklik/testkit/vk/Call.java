package org.otklik.testkit.vk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.testkit.Fault;

/**
 * A call whose token was recognised.
 *
 * @param method such as {@code wall.get}
 * @param form its parameters
 * @param token who calls
 * @param fault what goes wrong with it
 */
record Call(String method, Map<String, String> form, Token token, Optional<Fault> fault) {

    boolean suffers(Fault one) {
        return fault.equals(Optional.of(one));
    }

    /** Returns a page as this call is to see it: doubled or backwards if that was asked for. */
    <T> List<T> arranged(List<T> page) {
        List<T> items = new ArrayList<>(page);
        if (suffers(Fault.POLL_TWICE)) {
            items.addAll(page);
        }
        if (suffers(Fault.POLL_OUT_OF_ORDER)) {
            Collections.reverse(items);
        }
        return items;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(form.get(name)).filter(value -> !value.isEmpty());
    }

    boolean flag(String name) {
        String value = form.getOrDefault(name, "0");
        if (!value.equals("0") && !value.equals("1")) {
            throw VkError.parameter(name + " should be 0 or 1");
        }
        return value.equals("1");
    }

    long number(String name, long absent, long least, long most) {
        long value = text(name).map(text -> parsed(name, text)).orElse(absent);
        if (value < least) {
            throw VkError.parameter(name + " should be greater or equal to " + least);
        }
        if (value > most) {
            throw VkError.parameter(name + " should be less or equal to " + most);
        }
        return value;
    }

    private static long parsed(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw VkError.parameter(name + " should be a number");
        }
    }

    int whole(String name, int absent, int most) {
        return (int) number(name, absent, 0, most);
    }

    long required(String name) {
        return number(name, Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE);
    }

    List<String> list(String name) {
        return text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }
}
