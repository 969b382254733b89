package org.otklik.internal.codec;

import java.util.Locale;

/** Names event types for storage: the words of the class name, lower case, joined by hyphens. */
final class TypeNames {

    private TypeNames() {}

    static String of(Class<?> type) {
        String simple = type.getSimpleName();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < simple.length(); i++) {
            char c = simple.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                name.append('-');
            }
            name.append(c);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
