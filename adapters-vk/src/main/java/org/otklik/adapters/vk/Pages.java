package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterState;
import org.otklik.spi.FailureKind;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;

/** Which wall a watched page is: by its number, or by its name, which VK is asked for once; thread-safe. */
final class Pages {

    private static final Pattern GROUP = Pattern.compile("(?:-|club|public|event)([0-9]{1,18})");
    private static final Pattern PERSON = Pattern.compile("(?:id)?([0-9]{1,18})");
    private static final Pattern ADDRESS = Pattern.compile("^https?://(?:m\\.)?vk\\.(?:com|ru)/");
    /** Code for a page that VK does not know. */
    static final String UNKNOWN = "no-such-page";

    private static final String REMEMBERED = "page:";
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_ID = 190;

    private final AdapterContext context;
    private final Map<String, Long> owners = new ConcurrentHashMap<>();

    Pages(AdapterContext context) {
        this.context = context;
    }

    /** The watched pages of VK at this moment. */
    List<WatchedPage> watched() {
        return context.watchList().in(VkAdapter.NETWORK).pages();
    }

    /** The queries for VK at this moment. */
    List<WatchedQuery> queries() {
        return context.watchList().in(VkAdapter.NETWORK).queries().stream()
                .filter(query -> query.id().length() <= LONGEST_ID)
                .toList();
    }

    /** How the wall of an owner is called: as the host watches it, else by its number. */
    String nameOf(long owner) {
        return watched().stream()
                .map(WatchedPage::page)
                .filter(page -> known(page).equals(OptionalLong.of(owner)))
                .findFirst()
                .orElse(String.valueOf(owner));
    }

    /** The same for all of one poll, where going through the watched pages for each post would cost more than reading it. */
    LongFunction<String> names() {
        Map<Long, String> names = new HashMap<>();
        for (WatchedPage page : watched()) {
            known(page.page()).ifPresent(owner -> names.putIfAbsent(owner, page.page()));
        }
        return owner -> names.getOrDefault(owner, String.valueOf(owner));
    }

    /** The owner as far as it is known without asking VK or the storage. */
    OptionalLong known(String page) {
        Long cached = owners.get(page);
        OptionalLong owner = cached != null ? OptionalLong.of(cached) : written(page);
        owner.ifPresent(number -> owners.put(page, number));
        return owner;
    }

    /** The owner that stands in the page's name itself. */
    private static OptionalLong written(String page) {
        String name = plain(page);
        Matcher group = GROUP.matcher(name);
        if (group.matches()) {
            return OptionalLong.of(-Long.parseLong(group.group(1)));
        }
        Matcher person = PERSON.matcher(name);
        if (person.matches()) {
            return OptionalLong.of(Long.parseLong(person.group(1)));
        }
        return OptionalLong.empty();
    }

    private static String plain(String page) {
        return ADDRESS.matcher(page.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    /** The owner; VK is asked if nobody asked before. */
    long owner(String page, VkCalls reader) {
        OptionalLong known = known(page);
        if (known.isPresent()) {
            return known.getAsLong();
        }
        String name = plain(page);
        AdapterState state = context.state(reader.account());
        String key = REMEMBERED + name;
        Optional<String> stored = key.length() > LONGEST_KEY ? Optional.empty() : state.read(key);
        long owner = stored.map(Long::parseLong).orElseGet(() -> resolve(name, reader));
        if (stored.isEmpty() && key.length() <= LONGEST_KEY) {
            state.compareAndSet(key, stored, String.valueOf(owner));
        }
        owners.put(page, owner);
        return owner;
    }

    private static long resolve(String name, VkCalls reader) {
        JsonNode found = reader.call("utils.resolveScreenName", Map.of("screen_name", name));
        OptionalLong id = Fields.number(found, "object_id");
        String type = Fields.text(found, "type").orElse("");
        return switch (type) {
            case "group", "page", "event" -> -id.orElseThrow(() -> unknown(name));
            case "user" -> id.orElseThrow(() -> unknown(name));
            default -> throw unknown(name);
        };
    }

    private static CallFailed unknown(String name) {
        return new CallFailed(
                "The search for the page " + name, ApiError.of(FailureKind.CONFIGURATION, UNKNOWN), false);
    }
}
