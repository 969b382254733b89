package org.otklik.examples.demo.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.post.PostId;

class NetworkJournalTest {

    private static final PostId POST = PostId.of("vk", "1");

    @TempDir
    private Path folder;

    private static ShownReply reply(String id) {
        return new ShownReply(id, POST, "adm", "Сделаем до 1 декабря", "key-" + id, Instant.EPOCH, false);
    }

    @Test
    void what_was_shown_is_there_after_a_restart() {
        NetworkJournal journal = NetworkJournal.open(folder.resolve("journal"));
        journal.note(Fault.TIME_OUT, POST);
        journal.show(reply("a"));

        NetworkJournal again = NetworkJournal.open(folder.resolve("journal"));

        assertEquals(List.of(reply("a")), again.replies());
        assertEquals(Set.of(POST), again.posts(Fault.TIME_OUT));
    }

    @Test
    void a_line_torn_by_a_kill_was_not_shown() throws IOException {
        Path file = folder.resolve("journal");
        NetworkJournal.open(file).show(reply("a"));
        Files.writeString(file, "{\"network\":\"vk\",\"po", StandardOpenOption.APPEND);

        NetworkJournal again = NetworkJournal.open(file);
        again.show(reply("b"));

        assertEquals(List.of(reply("a"), reply("b")), NetworkJournal.open(file).replies());
    }
}
