package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;

/** What the networks really sent once goes through the adapter; the account's number is that of the sample. */
class MetaSamplesTest {

    private static final Path SAMPLES = Stream.of("../shared/samples", "../../shared/samples")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("../shared/samples"));
    private static final String PAGE = "1234567890321";
    private static final AccountId KRAI = AccountId.of("facebook", "krai");
    private static final AccountId ACCOUNT = AccountId.of("instagram", "krai");
    private static final String SECRET = "of the application";

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final Roots roots = new Roots();
    private final Closed closed = new Closed();
    private final MetaAccount page = new MetaAccount(KRAI, PAGE, "krai", MetaSettings.Login.FACEBOOK);
    private final MetaAccount account = new MetaAccount(ACCOUNT, "0", "krai", MetaSettings.Login.FACEBOOK);

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(
                Files.isDirectory(SAMPLES.resolve("facebook")),
                "There are no samples in ../shared/samples/facebook; nothing is checked.");
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String name) {
        return WireJson.ofAnswers().read(bytes(name));
    }

    private List<PostChange> heard(AccountId whose, String name) {
        MetaSettings settings = MetaSettings.builder()
                .page(KRAI, PAGE, "krai")
                .instagram(ACCOUNT, "0", "krai", MetaSettings.Login.FACEBOOK)
                .build();
        NetworkAdapter adapter = whose.equals(KRAI) ? FacebookAdapter.of(settings) : InstagramAdapter.of(settings);
        adapter.attach(InMemoryContext.of(time, new MetaSafe().put("app-secret", SECRET)));
        WebhookDecision decision = ((WebhookDecoder) adapter).decode(whose, MetaUnderTest.signed(bytes(name), SECRET));
        return assertInstanceOf(WebhookDecision.Genuine.class, decision, name).changes();
    }

    private static Post present(List<PostChange> changes) {
        return assertInstanceOf(PostChange.Present.class, changes.get(0)).post();
    }

    private static PostId facebook(String id) {
        return PostId.of("facebook", id);
    }

    @ParameterizedTest
    @CsvSource({"feed-comment-add-211.json", "feed-comment-add-25.json"})
    void a_comment_of_any_year_has_its_author(String name) {
        Post comment = present(heard(KRAI, "facebook/" + name));

        assertEquals(facebook("901097836652708_903438993085259"), comment.id());
        assertEquals("and the next one", comment.text());
        assertEquals(Instant.ofEpochSecond(1_449_135_003), comment.publishedAt());
        assertEquals(PAGE, comment.author().orElseThrow().nativeId());
        assertEquals("Tester", comment.author().orElseThrow().displayName().orElseThrow());
        assertEquals(Discussion.under(facebook("1234567890321_901097836652708")).withPage(PAGE), comment.discussion());
    }

    @Test
    void edits_deletions_and_posts_are_what_they_are() {
        Post edited = present(heard(KRAI, "facebook/feed-comment-edited-25.json"));
        PostChange gone = heard(KRAI, "facebook/feed-comment-remove-25.json").get(0);
        Post post = present(heard(KRAI, "facebook/feed-post-add-25.json"));

        assertTrue(edited.editedAt().isPresent());
        assertEquals("Let's see the Webhooks in action :D", edited.text());
        assertEquals(
                new PostChange.Gone(facebook("905578656204626_905579239537901"), Instant.ofEpochSecond(1_452_107_182)),
                gone);
        assertEquals("Let's check this", post.text());
        assertEquals("8423678347823", post.author().orElseThrow().nativeId());
        assertEquals(Discussion.onPage(PAGE), post.discussion());
    }

    @Test
    void mentions_and_foreign_fields_bring_nothing_by_themselves() {
        for (String name : List.of("mention-comment-add", "mention-post-add-real", "feed-two-entries-25")) {
            assertEquals(List.of(), heard(KRAI, "facebook/" + name + ".json"));
        }
        assertEquals(List.of(), heard(ACCOUNT, "instagram/wh-mentions.json"));
    }

    @Test
    void comments_of_instagram_come_with_their_medium_and_without_it_not_at_all() {
        Post comment = present(heard(ACCOUNT, "instagram/wh-comments-2021.json"));

        assertEquals(PostId.of("instagram", "76543987:123456789"), comment.id());
        assertEquals(
                Optional.of(PostId.of("instagram", "76543987:987654321")),
                comment.discussion().parent());
        assertEquals(
                Optional.of(PostId.of("instagram", "76543987")),
                comment.discussion().root());
        assertEquals("1234536447", comment.author().orElseThrow().nativeId());
        assertEquals(List.of(), heard(ACCOUNT, "instagram/wh-comments.json"));
        assertEquals(List.of(), heard(ACCOUNT, "instagram/wh-livecomments.json"));
    }

    @Test
    void comments_of_facebook_are_read_from_an_answer() {
        List<Post> read = new ArrayList<>();
        JsonNode post = json("facebook/post-with-comment.json");
        FacebookDialect dialect = new FacebookDialect(roots, closed);
        Stand.Root root = roots.of(facebook(post.path("id").asText()));

        dialect.readComments(stand(page), root, post.path("comments"), listening(read));

        assertEquals(1, dialect.countComments(post));
        assertEquals("grandioses grau", read.get(0).text());
        assertEquals(Instant.parse("2020-01-16T14:03:36Z"), read.get(0).publishedAt());
    }

    private static Stand stand(MetaAccount account) {
        return new Stand(account, account.id(), Optional.empty());
    }

    private static Dialect.Listener listening(List<Post> read) {
        return new Dialect.Listener() {
            @Override
            public void said(String nativeId, Optional<Post> post) {
                post.ifPresent(read::add);
            }

            @Override
            public void continues(String comment, String after) {
                throw new AssertionError("Nothing goes on here.");
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"comment.json, 2", "comment_missing_user.json, 1"})
    void comments_of_instagram_are_read_without_an_author_too(String name, int said) {
        List<Post> read = new ArrayList<>();
        JsonNode list = WireJson.ofAnswers()
                .read(("{\"data\":[" + new String(bytes("instagram/" + name), StandardCharsets.UTF_8) + "]}")
                        .getBytes(StandardCharsets.UTF_8));

        new InstagramDialect(roots, closed)
                .readComments(stand(account), roots.of(PostId.of("instagram", "1")), list, listening(read));

        assertEquals(said, read.size());
        assertEquals(
                name.contains("missing") ? Optional.of("bincyshiona") : Optional.empty(),
                read.get(0).author().map(author -> author.nativeId()));
    }

    @Test
    void media_and_mentions_of_instagram_are_read() {
        InstagramDialect dialect = new InstagramDialect(roots, closed);
        Post medium = dialect.readPost(stand(account), json("instagram/media-image.json"))
                .orElseThrow();
        Hint hint = new Hint(Hint.Kind.MENTION, "17873440459141021", "", time.instant());

        assertEquals("a great picture", medium.text());
        assertEquals(1, dialect.countComments(json("instagram/media-image.json")));
        assertEquals(
                "https://www.instagram.com/permalink",
                medium.address().orElseThrow().toString());
        // Recorded without a time, which the adapter asks for.
        assertEquals(
                Optional.of("metricsaurus headquarters!"),
                dialect.readHinted(stand(account), hint, json("instagram/mentioned-media.json"))
                        .map(Post::text));
    }

    @ParameterizedTest
    @CsvSource({
        "facebook/exampleErrorNew.json, TOKEN_INVALID, meta-190-460",
        "facebook/exampleOauthError.json, TOKEN_INVALID, meta-oauth",
        "instagram/ig_login_exception.json, CONFIGURATION, meta-2500"
    })
    void recorded_errors_mean_what_the_table_says(String name, FailureKind kind, String code) {
        HttpAnswer answer = HttpAnswer.of(400, Map.of(), bytes(name));

        var error = MetaErrors.ofReading().read(answer, json(name)).orElseThrow();

        assertEquals(kind, error.kind());
        assertEquals(code, error.code());
    }

    @TestFactory
    Stream<DynamicTest> no_recorded_delivery_is_refused() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String network : List.of("facebook", "instagram")) {
            try (Stream<Path> files = Files.list(SAMPLES.resolve(network))) {
                files.filter(file -> file.getFileName().toString().matches("(feed|mention-|wh-).*json"))
                        .forEach(all::add);
            }
        }
        return all.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String network = file.getName(file.getNameCount() - 2).toString();
                    heard(network.equals("facebook") ? KRAI : ACCOUNT, network + "/" + file.getFileName());
                }));
    }
}
