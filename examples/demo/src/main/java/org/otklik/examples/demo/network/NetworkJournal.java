package org.otklik.examples.demo.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.post.PostId;

/**
 * What the networks were told to show and how they misbehaved, in a file of its own; thread-safe.
 *
 * <p>The networks are no part of the desk: when the demo's process is killed, what they show stays shown.
 */
public final class NetworkJournal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<ShownReply> replies = new ArrayList<>();
    private final Map<Fault, Set<PostId>> faults = new EnumMap<>(Fault.class);

    private NetworkJournal(Path file) {
        this.file = file;
        for (Fault fault : Fault.values()) {
            faults.put(fault, new LinkedHashSet<>());
        }
    }

    /**
     * Opens a journal.
     *
     * @param file the file; made when it is not there
     * @return the journal with all that the file holds
     */
    public static NetworkJournal open(Path file) {
        NetworkJournal journal = new NetworkJournal(file);
        try {
            if (Files.exists(file)) {
                cutTornLine(file);
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    journal.remember(JSON.readTree(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journal of the networks " + file, e);
        }
        return journal;
    }

    /** A kill may tear the last line: that reply was not applied. */
    private static void cutTornLine(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
        }
    }

    private void remember(JsonNode line) {
        PostId post = PostId.of(line.path("network").asText(), line.path("post").asText());
        if (line.has("fault")) {
            faultsOf(Fault.valueOf(line.path("fault").asText())).add(post);
        } else {
            replies.add(new ShownReply(
                    line.path("id").asText(),
                    post,
                    line.path("account").asText(),
                    line.path("text").asText(),
                    line.path("key").asText(),
                    Instant.parse(line.path("at").asText()),
                    line.path("hidden").asBoolean()));
        }
    }

    synchronized void show(ShownReply reply) {
        ObjectNode line = line(reply.post())
                .put("id", reply.id())
                .put("account", reply.account())
                .put("key", reply.key())
                .put("at", reply.at().toString())
                .put("hidden", reply.hidden())
                .put("text", reply.text());
        append(line);
        replies.add(reply);
    }

    synchronized void note(Fault fault, PostId post) {
        append(line(post).put("fault", fault.name()));
        faultsOf(fault).add(post);
    }

    private static ObjectNode line(PostId post) {
        return JSON.createObjectNode().put("network", post.network().code()).put("post", post.nativeId());
    }

    private void append(ObjectNode line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal of the networks " + file, e);
        }
    }

    private Set<PostId> faultsOf(Fault fault) {
        return faults.computeIfAbsent(fault, one -> new LinkedHashSet<>());
    }

    /**
     * Lists the replies that stand in the networks, hidden ones included.
     *
     * @return in the order in which they were applied
     */
    public synchronized List<ShownReply> replies() {
        return List.copyOf(replies);
    }

    /**
     * Lists the replies that stand under a post.
     *
     * @param post which post
     * @return in the order in which they were applied
     */
    public synchronized List<ShownReply> under(PostId post) {
        return replies.stream().filter(reply -> reply.post().equals(post)).toList();
    }

    /**
     * Lists the posts at which a network misbehaved.
     *
     * @param fault how
     * @return the posts
     */
    public synchronized Set<PostId> posts(Fault fault) {
        return Set.copyOf(faultsOf(fault));
    }
}
