package org.otklik.testkit.vk;

import java.util.Set;
import java.util.function.Function;

/**
 * A method of the API.
 *
 * @param tokens who may call it
 * @param required parameters that must be there
 * @param work what it answers, in JSON, under the lock of the site
 */
record Method(Set<TokenKind> tokens, Set<String> required, Function<Call, String> work) {

    static Method of(Set<TokenKind> tokens, Function<Call, String> work, String... required) {
        return new Method(tokens, Set.of(required), work);
    }

    void check(Call call) {
        if (!tokens.contains(call.token().kind())) {
            throw VkError.of(call.token().kind().refusal());
        }
    }

    void checkParameters(Call call) {
        for (String name : required) {
            if (call.text(name).isEmpty()) {
                throw VkError.parameter(name + " is undefined");
            }
        }
    }
}
