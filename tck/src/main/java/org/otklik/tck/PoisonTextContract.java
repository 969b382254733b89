package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.post;
import static org.otklik.tck.Sample.postId;
import static org.otklik.tck.Sample.pseudonym;
import static org.otklik.tck.Sample.stream;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.post.AuthorRef;
import org.otklik.post.PostRevision;
import org.otklik.post.PostRevision.Kind;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.TextRow;

/** What every storage keeps of texts: they come back character for character, however strange. */
public abstract class PoisonTextContract extends StorageContract {

    private static final int LONGEST_NAME = 200;

    /** Creates the contract; JUnit does. */
    protected PoisonTextContract() {}

    @Test
    final void a_free_text_comes_back_unchanged() {
        PoisonTexts.ALL.forEach((name, text) -> {
            TextRow row = new TextRow("draft:1", stream(1), text, Optional.of(pseudonym(1)), minute(1));
            write(unit -> unit.texts().put(row));

            assertEquals(Optional.of(row), ask(unit -> unit.texts().find(stream(1), "draft:1")), name);
        });
    }

    @Test
    final void the_content_of_a_post_comes_back_unchanged() {
        write(unit -> unit.posts().insertNew(List.of(post(1))));

        PoisonTexts.ALL.forEach((name, text) -> {
            Optional<String> content = Optional.of("{\"text\":\"" + escaped(text) + "\"}");
            PostRow changed = withContent(read(), content);
            write(unit -> unit.posts().update(List.of(changed)));

            assertEquals(content, read().content(), name);
        });
    }

    private PostRow read() {
        return Objects.requireNonNull(
                ask(unit -> unit.posts().find(List.of(postId(1)))).get(postId(1)), "the post");
    }

    private static PostRow withContent(PostRow row, Optional<String> content) {
        return new PostRow(
                row.id(), row.version(), row.facts(), content, row.signal(), row.decision(), row.link(), row.stream());
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    @Test
    final void the_text_of_a_revision_comes_back_unchanged() {
        write(unit -> unit.posts().insertNew(List.of(post(1))));

        int number = 0;
        for (Map.Entry<String, String> text : PoisonTexts.ALL.entrySet()) {
            number++;
            PostRevision revision =
                    new PostRevision(number, Kind.EDITED, minute(number), "a".repeat(32), Optional.of(text.getValue()));
            write(unit -> unit.posts().addRevisions(Map.of(postId(1), revision)));
        }

        List<String> found = ask(unit -> unit.posts().revisions(postId(1))).stream()
                .map(revision -> revision.text().orElseThrow())
                .toList();
        assertEquals(List.copyOf(PoisonTexts.ALL.values()), found);
    }

    @Test
    final void the_name_of_an_author_comes_back_unchanged() {
        PoisonTexts.ALL.forEach((name, text) -> {
            if (!text.isBlank() && text.length() <= LONGEST_NAME) {
                AuthorRow row = new AuthorRow(pseudonym(1), AuthorRef.of("vk", "id1", text), minute(1));
                write(unit -> unit.authors().forget(pseudonym(1)));
                write(unit -> unit.authors().remember(List.of(row)));

                assertEquals(
                        Map.of(pseudonym(1), row), ask(unit -> unit.authors().find(Set.of(pseudonym(1)))), name);
            }
        });
    }

    @Test
    final void a_small_value_comes_back_unchanged() {
        PoisonTexts.ALL.forEach((name, text) -> {
            String value = text.length() > 3000 ? text.substring(0, 3000) : text;
            write(unit -> unit.state().write("cursor", "vk:official/wall", value));

            assertEquals(Optional.of(value), ask(unit -> unit.state().read("cursor", "vk:official/wall")), name);
        });
    }
}
