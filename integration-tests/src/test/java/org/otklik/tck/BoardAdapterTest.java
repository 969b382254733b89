package org.otklik.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;

/** A new network, the board by the town hall's door, written from the SPI and the kits alone. */
class BoardAdapterTest extends CapabilitiesContract {

    private static final NetworkId BOARD = NetworkId.of("board");

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new Board(time);
    }

    @Override
    protected List<Class<?>> contractTests() {
        return List.of(BoardPollingTest.class, BoardReplyTest.class);
    }

    /** The board itself, with its sheets in the order in which they were pinned up, and the notes under them. */
    static final class Board implements NetworkUnderTest {

        private final SettableClock time;
        private final List<Post> sheets = new ArrayList<>();
        private final List<List<String>> notes = new ArrayList<>();
        private Optional<Fault> trouble = Optional.empty();

        Board(SettableClock time) {
            this.time = time;
        }

        @Override
        public NetworkAdapter open(AdapterContext context) {
            BoardAdapter adapter = new BoardAdapter(this);
            adapter.attach(context);
            return adapter;
        }

        @Override
        public PostId publish(String text) {
            Instant now = time.instant();
            Post sheet = Post.builder(new PostId(BOARD, "" + sheets.size()), now).text(text).build();
            sheets.add(sheet);
            notes.add(new ArrayList<>());
            return sheet.id();
        }

        @Override
        public void edit(PostId post, String text) {
            throw new UnsupportedOperationException("Nobody edits what is pinned to the board.");
        }

        @Override
        public void delete(PostId post) {
            sheets.set(number(post), Post.builder(new PostId(BOARD, "torn-off"), Instant.EPOCH).build());
        }

        @Override
        public List<String> repliesTo(PostId post) {
            return List.copyOf(notes.get(number(post)));
        }

        @Override
        public void breakNext(Fault fault) {
            trouble = Optional.of(fault);
        }

        private Optional<Fault> trouble() {
            Optional<Fault> now = trouble;
            trouble = Optional.empty();
            return now;
        }

        private static int number(PostId post) {
            return Integer.parseInt(post.nativeId());
        }

        @Override
        public void close() {
            sheets.clear();
        }
    }

    /** The adapter: about what a real one would be, without HTTP. */
    record BoardAdapter(Board board) implements NetworkAdapter {

        private static final int LONGEST = 500;
        private static final Duration QUIET = Duration.ofMinutes(1);

        @Override
        public NetworkId network() {
            return BOARD;
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.POLL, Capability.REPLY);
        }

        @Override
        public void attach(AdapterContext context) {
            // The board needs neither time nor tokens.
        }

        @Override
        public List<SourceId> sources() {
            return List.of(new SourceId(new AccountId(BOARD, "porter"), "door"));
        }

        @Override
        public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
            Optional<Fault> trouble = board.trouble();
            if (trouble.isPresent()) {
                AdapterException failure = AdapterException.of(FailureKind.TRANSIENT, "The door is locked.");
                throw trouble.get() == Fault.POLL_RATE_LIMIT ? failure.retryAfter(QUIET) : failure;
            }
            int from = cursor.map(at -> Integer.parseInt(at.value().substring(1))).orElse(0);
            int to = Math.min(from + limit, board.sheets.size());
            List<PostChange> changes = new ArrayList<>();
            board.sheets.subList(from, to).forEach(sheet -> changes.add(new PostChange.Present(sheet)));
            return PostPage.of(changes, new Cursor("1" + to), to < board.sheets.size());
        }

        @Override
        public Replyability canReply(AccountId account, Post post) {
            boolean ours = post.id().network().equals(BOARD);
            return ours
                    ? new Replyability.Possible(LONGEST)
                    : new Replyability.Impossible("OTHER_NETWORK", post.address());
        }

        @Override
        public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
            return switch (board.trouble().map(Fault::name).orElse("")) {
                case "RATE_LIMIT" -> new PublishOutcome.Later(FailureKind.RATE_LIMIT, QUIET);
                case "TOKEN_DEAD" -> new PublishOutcome.Refused(FailureKind.TOKEN_INVALID, "NO_KEY");
                case "TARGET_DELETED" -> new PublishOutcome.Refused(FailureKind.TARGET_GONE, "TORN_OFF");
                case "TIMEOUT_BEFORE_APPLYING" -> new PublishOutcome.Unknown("PORTER_ASLEEP");
                case "TIMEOUT_AFTER_APPLYING" -> {
                    pin(target, text);
                    yield new PublishOutcome.Unknown("PORTER_ASLEEP");
                }
                default -> pin(target, text);
            };
        }

        private PublishOutcome pin(ReplyTarget target, String text) {
            if (text.length() > LONGEST) {
                return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
            }
            List<String> notes = board.notes.get(Board.number(target.post()));
            notes.add(text);
            return new PublishOutcome.Sent(target.post().nativeId() + "/" + notes.size(), Optional.empty());
        }
    }
}
