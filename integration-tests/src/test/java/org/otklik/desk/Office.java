package org.otklik.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.otklik.DeskBuilder;
import org.otklik.IncidentDesk;
import org.otklik.Instructions.Order;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.Review;
import org.otklik.access.Actor;
import org.otklik.access.Refusal;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.access.Role;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.instruction.Instruction;
import org.otklik.internal.codec.EventCodec;
import org.otklik.internal.codec.Json;
import org.otklik.place.GazetteerLocator;
import org.otklik.place.Locator;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.RecordingNotifier;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;

/** A desk of Ozyorny krai with its people, one network and a clock that the test sets; for one thread. */
final class Office {

    static final Instant MORNING = Instant.parse("2026-11-19T00:00:00Z");
    static final PseudonymKey KEY = PseudonymKey.of("a key for tests, which is no secret");
    static final Region REGION = MiniRegion.load();

    /** Made once for many desks, since both are immutable. */
    private static final Classifier CLASSIFIER = RuleClassifier.of(REGION.lexicon(), REGION.topics());

    private static final Locator LOCATOR = GazetteerLocator.of(REGION.gazetteer());

    static final BodyId ZARECHINSK = BodyId.of("adm-zarechinsk");
    static final BodyId LUGOGRAD = BodyId.of("adm-lugograd");
    static final BodyId ROADS = BodyId.of("min-roads");
    static final BodyId HEALTH = BodyId.of("min-health");

    static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    static final Actor MODERATOR = Actor.of("moderator", Role.MODERATOR);
    static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    static final Actor PUBLISHER = Actor.of("publisher", Role.PUBLISHER);
    static final Actor CONTROLLER = Actor.of("controller", Role.CONTROLLER);
    static final Actor HEAD = Actor.of("head", Role.HEAD);
    static final Actor AUDITOR = Actor.of("auditor", Role.AUDITOR);
    static final Actor PRIVACY_OFFICER = Actor.of("privacy", Role.PRIVACY_OFFICER);

    static final String PIT = "В Заречинске на дороге у вокзала яма, машины бьются каждый день";
    static final String PIT_WITHOUT_PLACE = "На дороге у вокзала яма, машины бьются каждый день";
    static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";

    final SettableClock clock;
    final InMemoryNetwork vk;
    final Storage storage;
    private final RecordingNotifier heard = new RecordingNotifier();
    final IncidentDesk desk;
    private final UnaryOperator<DeskBuilder> wishes;

    private Office(SettableClock clock, InMemoryNetwork vk, Storage storage, UnaryOperator<DeskBuilder> wishes) {
        this.clock = clock;
        this.vk = vk;
        this.storage = storage;
        this.wishes = wishes;
        this.desk = wishes.apply(builder(storage, vk, clock).notifier(heard)).build();
    }

    static Office open() {
        return open(UnaryOperator.identity());
    }

    static Office open(UnaryOperator<DeskBuilder> wishes) {
        SettableClock clock = SettableClock.startingAt(MORNING);
        return new Office(clock, InMemoryNetwork.named("vk"), InMemoryStorage.create(clock), wishes);
    }

    static Office over(Storage storage, SettableClock clock, InMemoryNetwork vk) {
        return new Office(clock, vk, storage, UnaryOperator.identity());
    }

    /** Another process over the same storage and the same network, with wishes of its own. */
    Office another(UnaryOperator<DeskBuilder> others) {
        return new Office(clock, vk, storage, others);
    }

    static DeskBuilder builder(Storage storage, NetworkAdapter network, SettableClock clock) {
        return IncidentDesk.builder(REGION, storage, KEY)
                .network(network)
                .classifier(CLASSIFIER)
                .locator(LOCATOR)
                .time(clock)
                .random(new Random(1));
    }

    /** The next process over the same storage and the same network. */
    Office restarted() {
        return new Office(clock, vk, storage, wishes);
    }

    static Actor executor(BodyId body) {
        return Actor.of("executor." + body, Role.EXECUTOR).in(body);
    }

    static Actor curator(BodyId body) {
        return Actor.of("curator." + body, Role.CURATOR).in(body);
    }

    static PostId id(String nativeId) {
        return PostId.of("vk", nativeId);
    }

    Post post(String nativeId, String text) {
        return Post.builder(id(nativeId), clock.instant())
                .text(text)
                .author(AuthorRef.of("vk", "author-" + nativeId, "Автор " + nativeId))
                .build();
    }

    Post comment(String nativeId, String parent, String author, String text) {
        return post(nativeId, text).toBuilder()
                .author(AuthorRef.of("vk", author))
                .discussion(Discussion.under(id(parent)))
                .build();
    }

    /** The head orders the road to be mended within three days. */
    Instruction ordered() {
        Order order = new Order(
                "Отремонтировать дорогу у вокзала.",
                List.of(ROADS),
                clock.instant().plus(Duration.ofDays(3)),
                List.of(),
                Optional.empty());
        return desk.instructions().issue(HEAD, order).orThrow();
    }

    /** A citizen writes, and the desk decides. */
    Review.Item hear(Post post) {
        vk.add(post);
        desk.poll();
        return item(post.id());
    }

    Review.Item item(PostId post) {
        return desk.review().view(MODERATOR, post).orThrow();
    }

    Incident register(String nativeId, String text) {
        return incidentOf(hear(post(nativeId, text)).post().id());
    }

    Incident incidentOf(PostId post) {
        return get(item(post).incident().orElseThrow(() -> new AssertionError(item(post) + " has no incident")));
    }

    Incident get(IncidentId id) {
        return desk.incidents().get(COORDINATOR, id);
    }

    List<Incident> all() {
        return desk.incidents().find(COORDINATOR, IncidentQuery.all().limit(1000)).lines().stream()
                .map(IncidentSummary::id)
                .map(this::get)
                .toList();
    }

    List<EventRow> history(IncidentId id) {
        return desk.incidents().history(COORDINATOR, id).orThrow();
    }

    List<IncidentEvent> events(IncidentId id) {
        EventCodec<IncidentEvent> codec = new EventCodec<>(new Json(), IncidentEvent.class, "");
        return history(id).stream().map(codec::read).toList();
    }

    static RefusalCode refusal(Result<?> result) {
        return result.refusal().map(Refusal::code).orElseThrow(() -> new AssertionError("was done: " + result));
    }

    static Actor lead(Incident incident) {
        return executor(incident.lead().orElseThrow());
    }

    Incident accepted(String nativeId, String text) {
        Incident incident = register(nativeId, text);
        return desk.incidents().accept(lead(incident), incident.id()).orThrow();
    }

    Draft drafted(Incident incident) {
        return drafted(ReplyRequest.finalTo(incident.id(), ANSWER));
    }

    Draft drafted(ReplyRequest request) {
        return desk.replies().draft(lead(get(request.incident())), request).orThrow();
    }

    Draft submitted(Incident incident) {
        return submitted(ReplyRequest.finalTo(incident.id(), ANSWER));
    }

    Draft submitted(ReplyRequest request) {
        Draft draft = drafted(request);
        return desk.replies().submit(lead(get(request.incident())), draft.id()).orThrow();
    }

    Draft approved(Incident incident) {
        return approved(ReplyRequest.finalTo(incident.id(), ANSWER));
    }

    Draft approved(ReplyRequest request) {
        Draft draft = submitted(request);
        desk.replies().approve(APPROVER, draft.id(), draft.hash()).orThrow();
        return draft;
    }

    Office publishing() {
        desk.publishing().enable(COORDINATOR).orThrow();
        return this;
    }

    Incident answered(String nativeId, String text) {
        publishing();
        Incident incident = accepted(nativeId, text);
        approved(incident);
        desk.publishDue();
        return get(incident.id());
    }

    Office wait(Duration time) {
        clock.advance(time);
        return this;
    }

    /** What people heard up to now. */
    RecordingNotifier notices() {
        desk.notifyDue();
        return heard;
    }

    String chain() {
        return desk.privacy().verifyChain(AUDITOR).orThrow();
    }
}
