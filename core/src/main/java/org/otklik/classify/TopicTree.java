package org.otklik.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.TopicId;

/** The region's topics with their parents; validated, immutable and thread-safe. */
public final class TopicTree {

    private final Map<TopicId, Topic> topics;
    private final Map<String, TopicId> names;

    private TopicTree(List<Topic> list) {
        Map<TopicId, Topic> byId = new LinkedHashMap<>();
        list.forEach(topic -> byId.put(topic.id(), topic));
        topics = Collections.unmodifiableMap(byId);
        Map<String, TopicId> byName = new HashMap<>();
        for (Topic topic : list) {
            byName.put(key(topic.title()), topic.id());
            topic.aliases().forEach(alias -> byName.put(key(alias), topic.id()));
        }
        names = Map.copyOf(byName);
    }

    /**
     * Makes a tree.
     *
     * @param topics in the order in which people shall see them
     * @return the tree
     * @throws IllegalArgumentException naming all mistakes at once
     */
    public static TopicTree of(List<Topic> topics) {
        List<String> mistakes = mistakes(topics);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("The topics are no tree: " + String.join(" ", mistakes));
        }
        return new TopicTree(topics);
    }

    /**
     * Finds everything that keeps topics from being a tree, for those who load them from files.
     *
     * @param topics any topics
     * @return one sentence for each mistake; empty if there is none
     */
    public static List<String> mistakes(List<Topic> topics) {
        List<String> mistakes = new ArrayList<>();
        Map<TopicId, Topic> byId = new HashMap<>();
        Map<String, TopicId> byName = new HashMap<>();
        for (Topic topic : topics) {
            if (byId.put(topic.id(), topic) != null) {
                mistakes.add("Topic " + topic.id() + " stands twice.");
            }
            for (String alias : topic.aliases()) {
                TopicId other = byName.putIfAbsent(key(alias), topic.id());
                if (other != null && !other.equals(topic.id())) {
                    mistakes.add("Alias '" + alias + "' names both " + other + " and " + topic.id() + ".");
                }
            }
        }
        topics.forEach(topic -> checkParents(topic, byId, mistakes));
        return List.copyOf(mistakes);
    }

    private static void checkParents(Topic topic, Map<TopicId, Topic> byId, List<String> mistakes) {
        Optional<TopicId> parent = topic.parent();
        if (parent.isPresent() && !byId.containsKey(parent.get())) {
            mistakes.add("Topic " + topic.id() + " has the unknown parent " + parent.get() + ".");
            return;
        }
        int steps = 0;
        while (parent.isPresent() && steps++ <= byId.size()) {
            Topic above = byId.get(parent.get());
            parent = above == null ? Optional.empty() : above.parent();
        }
        if (parent.isPresent()) {
            mistakes.add("Topic " + topic.id() + " is its own ancestor.");
        }
    }

    /**
     * Finds a topic.
     *
     * @param id its id
     * @return the topic, if the tree has it
     */
    public Optional<Topic> find(TopicId id) {
        return Optional.ofNullable(topics.get(id));
    }

    /**
     * Finds a topic by its Russian title or an alias, whatever the case.
     *
     * @param name title or alias
     * @return the topic, if the name is known
     */
    public Optional<Topic> findByName(String name) {
        return Optional.ofNullable(names.get(key(name))).flatMap(this::find);
    }

    /**
     * Lists all topics.
     *
     * @return in the order in which they were given
     */
    public Collection<Topic> all() {
        return topics.values();
    }

    /**
     * Lists a topic and those above it.
     *
     * @param id a topic
     * @return the topic first, its root last; empty if the tree does not have it
     */
    public List<Topic> path(TopicId id) {
        List<Topic> path = new ArrayList<>();
        for (Optional<Topic> at = find(id);
                at.isPresent();
                at = at.get().parent().flatMap(this::find)) {
            path.add(at.get());
        }
        return List.copyOf(path);
    }

    /**
     * Tells the root of a topic, such as {@code roads} for {@code roads.potholes}.
     *
     * @param id a topic
     * @return its root, if the tree has the topic
     */
    public Optional<Topic> rootOf(TopicId id) {
        List<Topic> path = path(id);
        return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
    }

    /**
     * Tells whether a topic is another or lies below it.
     *
     * @param id the topic that may be narrower
     * @param wider the topic that may be wider
     * @return true if it does
     */
    public boolean isWithin(TopicId id, TopicId wider) {
        return path(id).stream().anyMatch(topic -> topic.id().equals(wider));
    }

    /**
     * Tells whether topics stand below a topic.
     *
     * @param id a topic
     * @return true if none does
     */
    public boolean isLeaf(TopicId id) {
        return topics.values().stream()
                .noneMatch(topic -> topic.parent().filter(id::equals).isPresent());
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
