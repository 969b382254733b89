package org.otklik.simulation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.otklik.IncidentDesk;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.WebhookRequest;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.tck.ForwardingStorage;
import org.otklik.tck.Sabotaged;

/** The bugs that a simulation of this kind must find. */
final class PlantedBugs {

    private PlantedBugs() {}

    /** The cursor is committed before what was read is: who dies in between reads past it. */
    static Saboteur lostCursor() {
        return new Saboteur() {
            @Override
            Storage under(Storage honest) {
                return new CursorFirst(honest);
            }
        };
    }

    private static final class CursorFirst extends ForwardingStorage {

        private final Storage honest;

        CursorFirst(Storage honest) {
            super(honest);
            this.honest = honest;
        }

        @Override
        public <T> T transact(Function<UnitOfWork, T> work) {
            Map<String, String> cursors = new HashMap<>();
            Storage noticing = Sabotaged.lying(honest, "state.write", (truth, args) -> {
                if (args[0].equals("cursor")) {
                    cursors.put((String) args[1], (String) args[2]);
                    throw new CursorSeen();
                }
                return truth.call(args);
            });
            try {
                return noticing.transact(work);
            } catch (CursorSeen seen) {
                honest.transact(unit -> {
                    cursors.forEach((source, cursor) -> unit.state().write("cursor", source, cursor));
                    return true;
                });
                return honest.transact(work);
            }
        }
    }

    private static final class CursorSeen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CursorSeen() {
            super("a cursor is written", null, false, false);
        }
    }

    /** A claim hands out also what was claimed a moment ago, as an UPDATE without its lock would. */
    static Saboteur doubleClaim() {
        List<ClaimedOutboxRow> justClaimed = new ArrayList<>();
        return lying("outbox.claim", (truth, args) -> {
            List<ClaimedOutboxRow> fresh = claimed(truth.call(args));
            List<ClaimedOutboxRow> all =
                    Stream.concat(fresh.stream(), justClaimed.stream()).toList();
            justClaimed.clear();
            justClaimed.addAll(fresh);
            return all;
        });
    }

    @SuppressWarnings("unchecked")
    private static List<ClaimedOutboxRow> claimed(Object rows) {
        return (List<ClaimedOutboxRow>) rows;
    }

    /** Who held a reply once may write to it for ever: the fence is down. */
    static Saboteur staleWrite() {
        return new Saboteur() {
            @Override
            Storage under(Storage honest) {
                return new WithoutFence(honest);
            }
        };
    }

    private static final class WithoutFence extends ForwardingStorage {

        WithoutFence(Storage honest) {
            super(honest);
        }

        @Override
        public <T> T transact(Function<UnitOfWork, T> work) {
            return super.transact(unit -> {
                Storage given = new Given(unit);
                return Sabotaged.lying(given, "outbox.release", (truth, args) -> replace(unit, (OutboxRow) args[0]))
                        .transact(work);
            });
        }

        private static boolean replace(UnitOfWork unit, OutboxRow row) {
            unit.outbox().resolve(unclaimed(row));
            return true;
        }

        private static OutboxRow unclaimed(OutboxRow row) {
            return new OutboxRow(
                    row.id(),
                    row.incident(),
                    row.draft(),
                    row.target(),
                    row.account(),
                    row.state(),
                    row.dueAt(),
                    new OutboxRow.Claim(
                            row.claim().attempt(),
                            Optional.empty(),
                            Optional.empty(),
                            row.claim().claimedAt()),
                    row.nativeReplyId());
        }
    }

    /** A transaction that runs already, as a storage. */
    private record Given(UnitOfWork unit) implements Storage {

        @Override
        public <T> T transact(Function<UnitOfWork, T> work) {
            return work.apply(unit);
        }

        @Override
        public InstantSource leaseClock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // Belongs to somebody else.
        }
    }

    /** The host tells the network that all is taken before the desk took it. */
    static Saboteur earlyAcknowledgement() {
        return new Saboteur() {
            @Override
            void host(IncidentDesk desk, AccountId account, WebhookRequest request, Runnable acknowledgement) {
                acknowledgement.run();
                desk.webhooks().receive(account, request);
            }
        };
    }

    /** What is looked for is never found, because nobody looks. */
    static Saboteur resendWithoutReadBack() {
        return new Saboteur() {
            @Override
            FaultyLine line(Life life, World world) {
                return new FaultyLine(life, world) {
                    @Override
                    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
                        return new ReadBack.Absent();
                    }
                };
            }
        };
    }

    private static Saboteur lying(String method, Sabotaged.Lie lie) {
        return new Saboteur() {
            @Override
            Storage under(Storage honest) {
                return Sabotaged.lying(honest, method, lie);
            }
        };
    }
}
