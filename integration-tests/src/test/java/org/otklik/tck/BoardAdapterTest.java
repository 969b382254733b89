package org.otklik.tck;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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
import org.otklik.spi.ReplyPreview;
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

    /** Sheets in the order in which they were pinned up, with notes under them; the adapter needs no HTTP. */
    static final class Board implements NetworkAdapter, NetworkUnderTest {

        private static final int LONGEST = 500;
        private static final Duration QUIET = Duration.ofMinutes(1);

        private final SettableClock time;
        private final List<PostChange> sheets = new ArrayList<>();
        private final Map<PostId, List<String>> notes = new HashMap<>();
        private final Queue<Fault> trouble = new ArrayDeque<>();

        Board(SettableClock time) {
            this.time = time;
        }

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
            Optional<Fault> fault = Optional.ofNullable(trouble.poll());
            if (fault.isPresent()) {
                throw AdapterException.of(FailureKind.TRANSIENT, "The door is locked.")
                        .retryAfter(QUIET);
            }
            int from = cursor.map(at -> Integer.parseInt(at.value())).orElse(0);
            int to = Math.min(from + limit, sheets.size());
            return PostPage.of(sheets.subList(from, to), new Cursor("" + to), to < sheets.size());
        }

        @Override
        public Replyability canReply(AccountId account, Post post) {
            return post.id().network().equals(BOARD)
                    ? new Replyability.Possible(LONGEST)
                    : new Replyability.Impossible("OTHER_NETWORK", post.address());
        }

        @Override
        public ReplyPreview preview(ReplyTarget target, String text) {
            return new ReplyPreview(text, text.length(), LONGEST);
        }

        @Override
        public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
            if (trouble.isEmpty()) {
                return pin(target.post(), text);
            }
            return switch (trouble.remove()) {
                case RATE_LIMIT -> new PublishOutcome.Later(FailureKind.RATE_LIMIT, QUIET);
                case TOKEN_DEAD -> new PublishOutcome.Refused(FailureKind.TOKEN_INVALID, "NO_KEY");
                case TARGET_DELETED -> new PublishOutcome.Refused(FailureKind.TARGET_GONE, "TORN_OFF");
                case TIMEOUT_BEFORE_APPLYING -> new PublishOutcome.Unknown("PORTER_ASLEEP");
                default -> {
                    pin(target.post(), text);
                    yield new PublishOutcome.Unknown("PORTER_ASLEEP");
                }
            };
        }

        private PublishOutcome pin(PostId post, String text) {
            if (text.length() > LONGEST) {
                return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
            }
            notes.get(post).add(text);
            return new PublishOutcome.Sent(post.nativeId() + "/" + notes.size(), Optional.empty());
        }

        @Override
        public NetworkAdapter open(AdapterContext context) {
            return this;
        }

        @Override
        public PostId publish(String text) {
            PostId id = new PostId(BOARD, "" + sheets.size());
            sheets.add(new PostChange.Present(
                    Post.builder(id, time.instant()).text(text).build()));
            notes.put(id, new ArrayList<>());
            return id;
        }

        @Override
        public List<String> repliesTo(PostId post) {
            return List.copyOf(notes.get(post));
        }

        @Override
        public void breakNext(Fault fault) {
            trouble.add(fault);
        }
    }
}
