package org.otklik.testkit.vk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** The search over the whole site: {@code newsfeed.search}. */
final class SearchMethods {

    private static final long DAY = 86_400;
    private static final int MOST = 1_000;

    private final Site site;

    SearchMethods(Site site) {
        this.site = site;
    }

    Map<String, Method> methods() {
        return Map.of("newsfeed.search", Method.of(EnumSet.of(TokenKind.USER, TokenKind.SERVICE), this::search));
    }

    private String search(Call call) {
        int count = call.whole("count", 30, 200);
        long from = call.number("start_time", site.now() - DAY, 0, Long.MAX_VALUE);
        long until = call.number("end_time", site.now(), 0, Long.MAX_VALUE);
        List<Item> found = site.index().find(Query.parse(call.text("q").orElse("")), from, until, MOST);
        int start = start(call, found);
        List<Item> page = found.subList(start, Math.min(found.size(), start + count));
        return answer(call, found, start, page);
    }

    /** Finds where the last page ended; the mark names its last item, since new items may stand before it by now. */
    private static int start(Call call, List<Item> found) {
        String mark = call.text("start_from").orElse("");
        if (mark.isEmpty()) {
            return 0;
        }
        String[] parts = mark.split("/", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,4}")) {
            throw VkError.parameter("start_from is invalid");
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).nativeId().equals(parts[1])) {
                return i + 1;
            }
        }
        return Math.min(found.size(), Integer.parseInt(parts[0]));
    }

    private String answer(Call call, List<Item> found, int start, List<Item> page) {
        JsonText answer = new JsonText(page.size() * 600 + 100)
                .array("items", call.arranged(page).stream().map(Item::found).toList());
        if (call.flag("extended")) {
            site.name(page, List.of(), answer);
        }
        int end = start + page.size();
        if (end < found.size() && !page.isEmpty()) {
            answer.put("next_from", end + "/" + page.get(page.size() - 1).nativeId());
        }
        return answer.put("count", found.size())
                .put("total_count", found.size())
                .array("suggested_queries", List.of())
                .end();
    }
}
