package org.otklik.route;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;

/** All responsible bodies of a region, those of the past included; immutable. */
public final class BodyDirectory {

    private final Map<BodyId, ResponsibleBody> bodies;

    private BodyDirectory(Map<BodyId, ResponsibleBody> bodies) {
        this.bodies = bodies;
    }

    /**
     * Returns a directory of these bodies.
     *
     * @param bodies any order; the order is kept
     * @return the directory
     * @throws IllegalArgumentException naming every mistake: an id that stands twice, an unknown parent, a circle of
     *     parents
     */
    public static BodyDirectory of(Collection<ResponsibleBody> bodies) {
        Map<BodyId, ResponsibleBody> byId = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (ResponsibleBody body : bodies) {
            if (byId.putIfAbsent(body.id(), body) != null) {
                mistakes.add("the id " + body.id() + " stands twice");
            }
        }
        byId.values().forEach(body -> checkParents(body, byId, mistakes));
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("The bodies do not fit together: " + String.join("; ", mistakes) + ".");
        }
        return new BodyDirectory(byId);
    }

    private static void checkParents(ResponsibleBody body, Map<BodyId, ResponsibleBody> byId, List<String> mistakes) {
        Set<BodyId> seen = new LinkedHashSet<>();
        Optional<ResponsibleBody> at = Optional.of(body);
        while (at.isPresent()) {
            if (!seen.add(at.get().id())) {
                mistakes.add("the parents of " + body.id() + " run in a circle: " + seen);
                return;
            }
            Optional<BodyId> parent = at.get().parent();
            if (parent.isPresent()
                    && !byId.containsKey(parent.get())
                    && at.get().id().equals(body.id())) {
                mistakes.add("the parent " + parent.get() + " of " + body.id() + " is unknown");
            }
            at = parent.map(byId::get);
        }
    }

    /**
     * Finds a body by id.
     *
     * @param id the id
     * @return the body, or empty if the region has none of that id
     */
    public Optional<ResponsibleBody> find(BodyId id) {
        return Optional.ofNullable(bodies.get(id));
    }

    /**
     * Finds a body that exists on a day.
     *
     * @param id the id
     * @param day a day in the region's zone
     * @return the body, or empty if it is unknown or does not exist on that day
     */
    public Optional<ResponsibleBody> findActive(BodyId id, LocalDate day) {
        Optional<ResponsibleBody> body = find(id);
        return body.isPresent() && body.get().validity().covers(day) ? body : Optional.empty();
    }

    /**
     * Lists the bodies that exist on a day.
     *
     * @param day a day in the region's zone
     * @return the bodies in the pack's order
     */
    public List<ResponsibleBody> activeOn(LocalDate day) {
        return bodies.values().stream()
                .filter(body -> body.validity().covers(day))
                .toList();
    }

    /**
     * Returns a body with all bodies below it.
     *
     * @param root the body at the top
     * @return its id first, then those whose chain of parents leads to it; empty if the body is unknown
     */
    public Set<BodyId> withChildren(BodyId root) {
        Set<BodyId> found = new LinkedHashSet<>();
        if (bodies.containsKey(root)) {
            found.add(root);
        }
        bodies.keySet().stream()
                .filter(id ->
                        withParents(id).stream().anyMatch(body -> body.id().equals(root)))
                .forEach(found::add);
        return Set.copyOf(found);
    }

    /**
     * Returns a body with all bodies above it.
     *
     * @param id the body
     * @return the body first, then its parent and so on; empty if the body is unknown
     */
    public List<ResponsibleBody> withParents(BodyId id) {
        List<ResponsibleBody> chain = new ArrayList<>();
        Optional<ResponsibleBody> at = find(id);
        while (at.isPresent()) {
            chain.add(at.get());
            at = at.get().parent().flatMap(this::find);
        }
        return List.copyOf(chain);
    }

    /**
     * Lists all bodies.
     *
     * @return the bodies in the pack's order
     */
    public List<ResponsibleBody> all() {
        return List.copyOf(bodies.values());
    }
}
