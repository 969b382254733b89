package org.otklik.post;

import java.util.Objects;
import java.util.Optional;
import org.otklik.id.PlaceId;

/**
 * Where a post stands: what it answers, what started the discussion, and on whose page; immutable.
 *
 * <p>A comment such as «у нас то же самое» means nothing alone; classifier and locator read it under its parent, its
 * root and its page.
 *
 * @param parent the post that this one answers directly
 * @param parentText text of the parent, as known when the post was captured
 * @param root the post that started the discussion; absent when the post starts it or the parent is the root
 * @param rootText text of the root
 * @param page the network's id of the page or group on which the discussion stands
 * @param pagePlace the place that the page speaks for, from the region pack's watched pages
 */
public record Discussion(
        Optional<PostId> parent,
        Optional<String> parentText,
        Optional<PostId> root,
        Optional<String> rootText,
        Optional<String> page,
        Optional<PlaceId> pagePlace) {

    /** A post that stands alone on no known page. */
    public static final Discussion NONE = new Discussion(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the parts and replaces characters that no database keeps. */
    public Discussion {
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(pagePlace, "pagePlace");
        parentText = parentText.map(CleanText::of);
        rootText = rootText.map(CleanText::of);
        page = page.map(CleanText::of).filter(name -> !name.isBlank());
    }

    /**
     * Returns the place of a post that starts a discussion on a page.
     *
     * @param page the network's id of the page
     * @return the discussion
     */
    public static Discussion onPage(String page) {
        return NONE.withPage(page);
    }

    /**
     * Returns the place of a comment whose parent's text is not known yet.
     *
     * @param parent the post that is answered
     * @return the discussion
     */
    public static Discussion under(PostId parent) {
        return new Discussion(
                Optional.of(parent),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns the place of a comment with its parent's text.
     *
     * @param parent the post that is answered
     * @param parentText its text
     * @return the discussion
     */
    public static Discussion under(PostId parent, String parentText) {
        return under(parent).withParentText(parentText);
    }

    /**
     * Returns this discussion with the parent's text.
     *
     * @param text text of the parent
     * @return a copy
     */
    public Discussion withParentText(String text) {
        return new Discussion(parent, Optional.of(text), root, rootText, page, pagePlace);
    }

    /**
     * Returns this discussion with its root.
     *
     * @param post the post that started it
     * @param text its text
     * @return a copy
     */
    public Discussion withRoot(PostId post, String text) {
        return new Discussion(parent, parentText, Optional.of(post), Optional.of(text), page, pagePlace);
    }

    /**
     * Returns this discussion on a page.
     *
     * @param name the network's id of the page
     * @return a copy
     */
    public Discussion withPage(String name) {
        return new Discussion(parent, parentText, root, rootText, Optional.of(name), pagePlace);
    }

    /**
     * Returns this discussion with the place that its page speaks for.
     *
     * @param place from the region pack
     * @return a copy
     */
    public Discussion withPagePlace(PlaceId place) {
        return new Discussion(parent, parentText, root, rootText, page, Optional.of(place));
    }

    @Override
    public String toString() {
        return "discussion[parent=" + parent + ", root=" + root + ", page=" + page + ", place=" + pagePlace + "]";
    }
}
