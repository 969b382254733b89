package org.otklik.adapters.telegram;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.spi.AdapterState;

/**
 * Which post of a channel is discussed by which message of its group; thread-safe. Numbers and names are kept in the
 * account's state, texts in memory only.
 */
final class Threads {

    private static final int MOST_TEXTS = 2000;
    private static final String NAMED = "/";

    private final AdapterState state;
    private final Notes channels;
    private final Map<Long, Notes> posts = new HashMap<>();
    private final Map<Long, Channel> byGroup = new HashMap<>();
    private final Map<Message, Long> copies = new HashMap<>();
    private final Map<Message, Root> roots = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Message, Root> eldest) {
            return size() > MOST_TEXTS;
        }
    };

    Threads(AdapterState state) {
        this.state = state;
        channels = new Notes(state, "channels");
    }

    /** A channel whose posts are discussed in a group; the name is empty for a private one. */
    record Channel(long id, String name) {

        Channel(String id, String name) {
            this(Long.parseLong(id), name);
        }
    }

    /** A message of a group. */
    record Message(long group, long number) {}

    /** A post that is discussed, with its text as far as it was seen since the start. */
    record Root(Channel channel, long post, Optional<String> text) {

        TgTarget target() {
            return TgTarget.post(channel.id(), post);
        }
    }

    /** Reads what other nodes or earlier processes learnt. */
    synchronized void refresh() {
        copies.clear();
        channels.refresh().all().forEach((channel, group) -> {
            int mark = group.indexOf(NAMED);
            refresh(Long.parseLong(group.substring(0, mark)), new Channel(channel, group.substring(mark + 1)));
        });
    }

    private void refresh(long group, Channel channel) {
        byGroup.put(group, channel);
        posts(channel.id())
                .refresh()
                .all()
                .forEach((post, copy) -> copies.put(new Message(group, Long.parseLong(copy)), Long.parseLong(post)));
    }

    private Notes posts(long channel) {
        return posts.computeIfAbsent(channel, id -> new Notes(state, "posts:" + id));
    }

    /** Learns that a message of a group is a post of a channel. */
    synchronized void learn(Message copy, Root root) {
        if (roots.put(copy, root) == null) {
            Channel channel = root.channel();
            learn(copy.group(), channel);
            posts(channel.id()).put(String.valueOf(root.post()), String.valueOf(copy.number()));
            copies.put(copy, root.post());
        }
    }

    /** Learns that a group discusses a channel. */
    synchronized void learn(long group, Channel channel) {
        channels.put(String.valueOf(channel.id()), group + NAMED + channel.name());
        byGroup.put(group, channel);
    }

    /** Finds the post that a message of a group is the copy of. */
    synchronized Optional<Root> root(Message copy) {
        Root known = roots.get(copy);
        if (known != null) {
            return Optional.of(known);
        }
        Channel channel = byGroup.get(copy.group());
        Long post = copies.get(copy);
        return channel == null || post == null
                ? Optional.empty()
                : Optional.of(new Root(channel, post, Optional.empty()));
    }

    /** The channel whose posts a group discusses. */
    synchronized @Nullable Channel channelOf(long group) {
        return byGroup.get(group);
    }

    /** Finds the message by which a post is discussed, as far as it is known without asking the storage. */
    synchronized Optional<Message> copy(TgTarget post) {
        Optional<Long> group = byGroup.entrySet().stream()
                .filter(pair -> pair.getValue().id() == post.chat())
                .map(Map.Entry::getKey)
                .findFirst();
        return group.flatMap(id -> posts(post.chat())
                .find(String.valueOf(post.message()))
                .map(number -> new Message(id, Long.parseLong(number))));
    }
}
