package org.otklik.testkit.vk;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Settings of events: {@code groups.getLongPollServer} and its neighbours. */
final class EventMethods {

    private static final Set<TokenKind> MANAGERS = EnumSet.of(TokenKind.USER, TokenKind.GROUP);

    private final Site site;
    private final Supplier<URI> address;

    EventMethods(Site site, Supplier<URI> address) {
        this.site = site;
        this.address = address;
    }

    Map<String, Method> methods() {
        return Map.of(
                "groups.getLongPollServer", Method.of(MANAGERS, this::server, "group_id"),
                "groups.setLongPollSettings", Method.of(MANAGERS, this::settings, "group_id"),
                "groups.getCallbackConfirmationCode", Method.of(MANAGERS, this::confirmation, "group_id"));
    }

    private Community community(Call call) {
        long id = call.number("group_id", 0, 1, Long.MAX_VALUE);
        if (call.token().is(TokenKind.GROUP) && call.token().holder() != id) {
            throw VkError.of(15);
        }
        return site.community(id);
    }

    private String server(Call call) {
        Community community = community(call);
        if (!community.hasLongPoll()) {
            throw VkError.parameter("longpoll for this group is not enabled");
        }
        return new JsonText()
                .put("key", community.longPollKey())
                .put("server", address.get() + LongPoll.PATH + community.id())
                .put("ts", String.valueOf(community.events().last()))
                .end();
    }

    private String settings(Call call) {
        Community community = community(call);
        if (call.text("enabled").isPresent()) {
            community.enableLongPoll(call.flag("enabled"));
        }
        call.form().keySet().stream()
                .filter(name -> name.matches("(wall|message)_\\w+"))
                .forEach(type -> {
                    if (call.flag(type)) {
                        community.longPollTypes().add(type);
                    } else {
                        community.longPollTypes().remove(type);
                    }
                });
        return "1";
    }

    private String confirmation(Call call) {
        return new JsonText().put("code", community(call).confirmationCode()).end();
    }
}
