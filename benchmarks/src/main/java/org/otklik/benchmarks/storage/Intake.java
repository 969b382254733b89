package org.otklik.benchmarks.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.Storage;

/** Taking pages of posts in: as the desk's intake does, beside COPY of the same rows into the same tables. */
final class Intake {

    private final int page;
    private final int posts;
    private long made;

    Intake(int page, int posts) {
        this.page = page;
        this.posts = posts;
    }

    private List<PostRow> nextPage() {
        made += page;
        return LongStream.range(made - page, made).mapToObj(Sample::post).toList();
    }

    /** What T0 asks and writes: which are known, posts, revisions, authors, the queue, the cursor. */
    long ours(Storage storage) {
        for (int done = 0; done < posts; done += page) {
            List<PostRow> rows = nextPage();
            storage.transact(unit -> {
                unit.posts().find(rows.stream().map(PostRow::id).toList());
                unit.posts().insertNew(rows);
                Map<PostId, PostRevision> revisions = new LinkedHashMap<>();
                rows.forEach(row -> revisions.put(row.id(), Sample.revision(row)));
                unit.posts().addRevisions(revisions);
                unit.authors().remember(rows.stream().map(Sample::author).toList());
                unit.state().write("cursor", "wall", Long.toString(made));
                return made;
            });
        }
        return posts;
    }

    long copy(Server.Schema schema) throws SQLException {
        try (Connection connection = schema.pool().getConnection()) {
            connection.setAutoCommit(false);
            for (int done = 0; done < posts; done += page) {
                copy(connection, nextPage());
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
        return posts;
    }

    private void copy(Connection connection, List<PostRow> rows) throws SQLException {
        Rows post = new Rows();
        Rows revision = new Rows();
        Rows author = new Rows();
        Rows queue = new Rows();
        for (PostRow row : rows) {
            post(post, row);
            PostRevision first = Sample.revision(row);
            revision.row(
                    row.id().nativeId(),
                    row.id().network(),
                    first.number(),
                    first.kind(),
                    first.at(),
                    first.contentHash(),
                    first.text());
            AuthorRow who = Sample.author(row);
            author.row(
                    who.pseudonym(),
                    who.author().network(),
                    who.author().nativeId(),
                    who.author().displayName(),
                    who.seenAt());
            queue.row(row.id().nativeId(), row.id().network(), row.facts().capturedAt(), Instant.EPOCH, 0);
        }
        post.copy(connection, "post");
        revision.copy(connection, "post_revision");
        author.copy(connection, "author");
        queue.copy(connection, "capture_queue (native_id, network, captured_at, lease_until, attempts)");
        try (PreparedStatement cursor = connection.prepareStatement(
                "UPDATE stored_value SET content = ? WHERE scope = 'cursor' AND value_key = 'wall'")) {
            cursor.setString(1, Long.toString(made));
            cursor.executeUpdate();
        }
    }

    private static void post(Rows into, PostRow row) {
        PostRow.Facts facts = row.facts();
        into.row(
                row.id().nativeId(),
                row.id().network(),
                row.version(),
                facts.publishedAt(),
                facts.capturedAt(),
                facts.source(),
                facts.author(),
                facts.parent(),
                facts.contentHash(),
                facts.revision(),
                facts.deletedAt(),
                row.content(),
                row.signal(),
                row.decision(),
                row.link().incident(),
                row.link().origin(),
                row.link().answer(),
                row.stream().version(),
                row.stream().hash());
    }
}
