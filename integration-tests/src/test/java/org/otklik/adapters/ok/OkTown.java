package org.otklik.adapters.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.Replies.Way;
import org.otklik.Review;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.id.BodyId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.place.GazetteerLocator;
import org.otklik.place.Locator;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.spi.WatchList;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.ok.OkFake;
import org.otklik.testkit.regions.MiniRegion;

/** A desk of Ozyorny krai that listens to Odnoklassniki; for one thread. */
final class OkTown implements AutoCloseable {

    static final String PIT = "В Заречинске на дороге у вокзала яма, машины бьются каждый день";
    static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";
    static final String OFFICIAL = "zarechinsk_official";
    static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    static final Actor MODERATOR = Actor.of("moderator", Role.MODERATOR);
    static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    private static final BodyId BODY = BodyId.of("adm-zarechinsk");
    static final Actor EXECUTOR = Actor.of("executor", Role.EXECUTOR).in(BODY);
    private static final Region REGION = MiniRegion.load();
    private static final Classifier CLASSIFIER = RuleClassifier.of(REGION.lexicon(), REGION.topics());
    private static final Locator LOCATOR = GazetteerLocator.of(REGION.gazetteer());

    final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T00:00:00Z"));
    final OkNetworkUnderTest network = OkNetworkUnderTest.writing(clock);
    final OkFake fake = network.fake;
    final Storage storage = InMemoryStorage.create(clock);
    final String topic;
    WatchList watched = WatchList.NOTHING;
    OkAdapter adapter;
    IncidentDesk desk;

    OkTown(UnaryOperator<OkSettingsBuilder> wishes) {
        fake.person(OFFICIAL, "Администрация Заречинска");
        topic = fake.topic(OkNetworkUnderTest.GROUP, OkNetworkUnderTest.GROUP, "Спрашивайте, отвечаем");
        restart(wishes);
        desk.publishing().enable(COORDINATOR).orThrow();
    }

    static OkTown open() {
        return new OkTown(UnaryOperator.identity());
    }

    /** The next process over the same storage and the same network. */
    void restart(UnaryOperator<OkSettingsBuilder> wishes) {
        adapter = OkAdapter.of(wishes.apply(network.settings()).build());
        desk = IncidentDesk.builder(REGION, storage, PseudonymKey.of("a key for tests, which is no secret"))
                .network(adapter)
                .secrets(network.secrets)
                .watching(() -> watched)
                .limits(DeskLimits.standard().withPage(4))
                .classifier(CLASSIFIER)
                .locator(LOCATOR)
                .time(clock)
                .random(new Random(1))
                .build();
    }

    PostId comment(String author, String text) {
        return OkNetworkUnderTest.id(topic, fake.comment(topic, author, text));
    }

    PostId reply(PostId to, String author, String text) {
        return OkNetworkUnderTest.id(topic, fake.comment(topic, author, text, last(to)));
    }

    static String last(PostId post) {
        return post.nativeId().split(":", -1)[2];
    }

    PollReport minute() {
        clock.advance(Duration.ofMinutes(1));
        return desk.poll();
    }

    Review.Item item(PostId post) {
        return desk.review().view(MODERATOR, post).orThrow();
    }

    List<Incident> all() {
        return desk.incidents().find(COORDINATOR, IncidentQuery.all().limit(1000)).lines().stream()
                .map(IncidentSummary::id)
                .map(id -> desk.incidents().get(COORDINATOR, id))
                .toList();
    }

    Incident only() {
        List<Incident> all = all();
        if (all.size() != 1) {
            throw new AssertionError("There are " + all.size() + " incidents.");
        }
        return all.get(0);
    }

    Incident accepted() {
        comment(OkNetworkUnderTest.CITIZEN, PIT);
        minute();
        return desk.incidents().accept(EXECUTOR, only().id()).orThrow();
    }

    void approve(Incident incident) {
        Draft draft = desk.replies()
                .draft(EXECUTOR, ReplyRequest.finalTo(incident.id(), ANSWER))
                .orThrow();
        Draft submitted = desk.replies().submit(EXECUTOR, draft.id()).orThrow();
        desk.replies().approve(APPROVER, draft.id(), submitted.hash()).orThrow();
    }

    List<Way> ways() {
        return desk.replies().ways(COORDINATOR, only().id()).orThrow();
    }

    @Override
    public void close() {
        desk.close();
        network.close();
    }
}
