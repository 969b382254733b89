package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;

/** What the erasable tables keep: texts and authors while they are wanted, and nothing of them afterwards. */
public abstract class TextAndAuthorContract extends StorageContract {

    private static final Pseudonym AUTHOR = pseudonym(1);
    private static final Pseudonym ANOTHER = pseudonym(2);

    /** Creates the contract; JUnit does. */
    protected TextAndAuthorContract() {}

    private static TextRow text(StreamId owner, String key, String words, Pseudonym author) {
        return new TextRow(key, owner, words, Optional.of(author), minute(1));
    }

    private static TextRow officialText(String words) {
        return new TextRow("draft:1", stream(1), words, Optional.empty(), minute(2));
    }

    private void put(TextRow... rows) {
        write(unit -> List.of(rows).forEach(unit.texts()::put));
    }

    @Test
    final void texts_come_back_by_owner_and_key() {
        put(
                text(stream(1), "external:pos", "Яма", AUTHOR),
                officialText("Засыпали."),
                text(stream(2), "a", "б", AUTHOR));

        restart();

        assertEquals(
                Optional.of(officialText("Засыпали.")), ask(unit -> unit.texts().find(stream(1), "draft:1")));
        assertEquals(Optional.empty(), ask(unit -> unit.texts().find(stream(2), "draft:1")));
        assertEquals(
                List.of(officialText("Засыпали."), text(stream(1), "external:pos", "Яма", AUTHOR)),
                ask(unit -> unit.texts().of(stream(1))));
    }

    @Test
    final void a_text_is_written_over_the_earlier_one() {
        put(officialText("Первый"));
        put(officialText("Второй"));

        assertEquals(List.of(officialText("Второй")), ask(unit -> unit.texts().of(stream(1))));
    }

    @Test
    final void erasing_takes_texts_contents_and_revisions_of_one_author_only() {
        put(text(stream(1), "a", "Яма", AUTHOR), text(stream(1), "b", "Лужа", ANOTHER), officialText("Засыпали."));
        write(unit -> {
            unit.posts().insertNew(List.of(post(1), post(2)));
            unit.posts().addRevisions(Map.of(postId(1), revision("Яма"), postId(2), revision("Лужа")));
        });

        int erased = ask(unit -> unit.texts().eraseOf(AUTHOR));

        assertEquals(3, erased);
        assertEquals(
                List.of(text(stream(1), "b", "Лужа", ANOTHER), officialText("Засыпали.")),
                ask(unit -> unit.texts().of(stream(1))));
        assertEquals(Optional.empty(), postRow(1).content());
        assertEquals(post(1).facts(), postRow(1).facts());
        assertEquals(post(2), postRow(2));
        assertEquals(List.of(erasedRevision()), ask(unit -> unit.posts().revisions(postId(1))));
        assertEquals(List.of(revision("Лужа")), ask(unit -> unit.posts().revisions(postId(2))));
        assertEquals(0, count(unit -> unit.texts().eraseOf(AUTHOR)));
    }

    private PostRow postRow(int number) {
        return Objects.requireNonNull(
                ask(unit -> unit.posts().find(List.of(postId(number)))).get(postId(number)), "the post");
    }

    private static PostRevision revision(String words) {
        return new PostRevision(1, Kind.PUBLISHED, minute(1), "a".repeat(32), Optional.of(words));
    }

    private static PostRevision erasedRevision() {
        return new PostRevision(1, Kind.PUBLISHED, minute(1), "a".repeat(32), Optional.empty());
    }

    @Test
    final void erasing_posts_by_id_takes_contents_and_revisions_of_these_only() {
        write(unit -> {
            unit.posts().insertNew(List.of(post(1), post(2)));
            unit.posts().addRevisions(Map.of(postId(1), revision("Яма"), postId(2), revision("Лужа")));
        });

        write(unit -> unit.posts().eraseTexts(List.of(postId(1), postId(9))));

        assertEquals(Optional.empty(), postRow(1).content());
        assertEquals(2, postRow(1).version());
        assertEquals(post(2), postRow(2));
        assertEquals(List.of(erasedRevision()), ask(unit -> unit.posts().revisions(postId(1))));
        assertEquals(List.of(revision("Лужа")), ask(unit -> unit.posts().revisions(postId(2))));
    }

    @Test
    final void an_erased_post_cannot_be_written_back_by_somebody_who_read_it_before() {
        write(unit -> unit.posts().insertNew(List.of(post(1))));
        write(unit -> unit.texts().eraseOf(AUTHOR));

        assertThrows(
                StaleVersionException.class, () -> write(unit -> unit.posts().update(List.of(post(1)))));
    }

    private static AuthorRow author(Pseudonym pseudonym, String name, int seenMinute) {
        return new AuthorRow(pseudonym, AuthorRef.of("vk", "id" + pseudonym, name), minute(seenMinute));
    }

    @Test
    final void authors_come_back_by_pseudonym() {
        AuthorRow nameless = new AuthorRow(ANOTHER, AuthorRef.of("ok", "77"), minute(1));
        write(unit -> unit.authors().remember(List.of(author(AUTHOR, "Анна П.", 1), nameless)));

        restart();

        assertEquals(
                Map.of(AUTHOR, author(AUTHOR, "Анна П.", 1), ANOTHER, nameless),
                ask(unit -> unit.authors().find(Set.of(AUTHOR, ANOTHER, pseudonym(3)))));
    }

    @Test
    final void the_latest_name_wins_in_whatever_order_it_is_seen() {
        write(unit -> unit.authors().remember(List.of(author(AUTHOR, "Новая", 5))));
        write(unit -> unit.authors().remember(List.of(author(AUTHOR, "Старая", 3))));
        write(unit -> unit.authors().remember(List.of(author(ANOTHER, "Старая", 3))));
        write(unit -> unit.authors().remember(List.of(author(ANOTHER, "Новая", 5))));

        assertEquals(
                Map.of(AUTHOR, author(AUTHOR, "Новая", 5), ANOTHER, author(ANOTHER, "Новая", 5)),
                ask(unit -> unit.authors().find(Set.of(AUTHOR, ANOTHER))));
    }

    @Test
    final void a_forgotten_author_is_gone() {
        write(unit -> unit.authors().remember(List.of(author(AUTHOR, "Анна П.", 1))));

        assertTrue(holds(unit -> unit.authors().forget(AUTHOR)));
        assertFalse(holds(unit -> unit.authors().forget(AUTHOR)));
        assertEquals(Map.of(), ask(unit -> unit.authors().find(Set.of(AUTHOR))));
    }
}
