package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How bots get their updates in the fake: one poller at a time, or a webhook. */
final class TgUpdates {

    private static final int MOST = 100;
    private static final int LONGEST_WAIT = 50;
    private static final String WEBHOOK_ACTIVE = "Conflict: can't use getUpdates method while webhook is active;"
            + " use deleteWebhook to delete the webhook first";
    private static final String OTHER_POLLER =
            "Conflict: terminated by other getUpdates request; make sure that only" + " one bot instance is running";

    private final TgWorld world;

    TgUpdates(TgWorld world) {
        this.world = world;
    }

    /** Answers with the updates as they were written down, since a page may hold a hundred. */
    String get(TgBot bot, TgCall call) {
        if (!bot.webhook.isEmpty()) {
            throw new TgRefusal(409, WEBHOOK_ACTIVE);
        }
        int poller = ++bot.pollers;
        world.notifyAll();
        int limit = call.number("limit", MOST);
        int wanted = limit < 1 || limit > MOST ? MOST : limit;
        int offset = call.number("offset", 0);
        want(bot, call.get("allowed_updates"));
        List<TgBot.Update> waiting = bot.waiting(offset, wanted);
        if (waiting.isEmpty()) {
            await(bot, poller, Math.min(LONGEST_WAIT, call.number("timeout", 0)));
            waiting = bot.waiting(offset, wanted);
        }
        return "{\"ok\":true,\"result\":["
                + String.join(",", waiting.stream().map(TgBot.Update::json).toList()) + "]}";
    }

    private static void want(TgBot bot, JsonNode kinds) {
        if (kinds.isArray()) {
            Set<String> wanted = new HashSet<>();
            kinds.forEach(kind -> wanted.add(kind.asText()));
            bot.wanted = wanted;
        }
    }

    /** Waits in real time, as long polling does, until something comes or another poller does. */
    private void await(TgBot bot, int poller, int seconds) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try {
            while (bot.waiting() == 0 && bot.pollers == poller && System.nanoTime() < end) {
                world.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (bot.pollers != poller) {
            throw new TgRefusal(409, OTHER_POLLER);
        }
    }

    JsonNode set(TgBot bot, TgCall call) {
        String url = call.text("url");
        if (!url.isEmpty() && !url.startsWith("https://")) {
            throw TgRefusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!call.text("secret_token").matches("[A-Za-z0-9_-]{0,256}")) {
            throw TgRefusal.badRequest("secret token contains unallowed characters");
        }
        want(bot, call.get("allowed_updates"));
        bot.webhook = url;
        bot.webhookSecret = call.text("secret_token");
        if (url.isEmpty()) {
            bot.deliveries.clear();
        } else {
            for (TgBot.Update update : bot.waiting(0, Integer.MAX_VALUE)) {
                bot.deliveries.add(update.json());
            }
        }
        return TgJson.NODES.booleanNode(true);
    }

    JsonNode info(TgBot bot) {
        ObjectNode node = TgJson.NODES.objectNode().put("url", bot.webhook).put("has_custom_certificate", false);
        node.put("pending_update_count", bot.webhook.isEmpty() ? bot.waiting() : bot.deliveries.size());
        if (bot.failedAt != null) {
            node.put("last_error_date", bot.failedAt.getEpochSecond());
            node.put("last_error_message", "Wrong response from the webhook: 500 Internal Server Error");
        }
        return node;
    }
}
