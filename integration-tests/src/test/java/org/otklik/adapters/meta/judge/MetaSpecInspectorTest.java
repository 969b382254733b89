package org.otklik.adapters.meta.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

/** The judge lets right requests and answers pass and objects to wrong ones. */
class MetaSpecInspectorTest {

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z"));
    private final MetaFake fake = MetaJudged.open(clock);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String page = fake.page("Заречинск");
    private final String anna = fake.person("Анна");
    private final String post = fake.post(page, page, "Новости");
    private final String comment = fake.comment(post, anna, "Яма");
    private final String town = fake.instagram("zarechinsk");
    private final String media = fake.media(town, "Новости");
    private final String igComment = fake.igComment(media, "anna", "Яма");
    private final String pageToken = fake.pageToken(page);
    private final String instagramToken = fake.instagramToken(town);
    private final String facebookToken = fake.tokens().facebookLogin(town);

    @BeforeEach
    void found() {
        assumeTrue(MetaJudged.canJudge(), "The descriptions of Meta are not beside the checkout.");
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private int get(String token, String path, String... parameters) {
        return send(fake.address(), token, "GET", path, parameters);
    }

    private int post(String token, String path, String... parameters) {
        return send(fake.address(), token, "POST", path, parameters);
    }

    private int send(URI address, String token, String method, String path, String... parameters) {
        List<String> pairs = new ArrayList<>(List.of("appsecret_proof=" + proof(token)));
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        boolean form = method.equals("POST");
        String query = String.join("&", pairs);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path + (form ? "" : "?" + query)))
                .header("Authorization", "Bearer " + token)
                .method(method, form ? BodyPublishers.ofString(query) : BodyPublishers.noBody());
        if (form) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String proof(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(fake.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertServed(int status) {
        assertEquals(List.of(), fake.server().violations());
        assertEquals(200, status);
    }

    @Test
    void all_that_the_fake_says_of_facebook_is_known() {
        String tagged = fake.taggedPost(page, anna, "Заречинск!");
        fake.comment(comment, page, "Где?");
        fake.hide(comment);
        String all = "id,message,created_time,updated_time,from{id,name},permalink_url,is_hidden,is_published,"
                + "status_type,comments.limit(5).order(chronological).filter(stream).summary(1){id,message,"
                + "parent{id,from},can_comment,can_hide,can_remove,is_private,comment_count,like_count,object{id}}";

        for (String edge : List.of("feed", "published_posts", "posts", "visitor_posts", "tagged")) {
            assertServed(get(pageToken, "/v25.0/" + page + "/" + edge, "fields", all, "limit", "100"));
        }
        for (String filter : List.of("stream", "toplevel")) {
            assertServed(get(
                    pageToken,
                    "/v25.0/" + post + "/comments",
                    "fields",
                    "id,message,parent{id},created_time,from",
                    "filter",
                    filter,
                    "order",
                    "reverse_chronological",
                    "summary",
                    "true",
                    "since",
                    "0"));
        }
        assertServed(get(pageToken, "/v25.0/" + comment + "/comments", "limit", "1"));
        assertServed(get(pageToken, "/v25.0/" + tagged));
        assertServed(get(pageToken, "/v25.0/", "ids", post + "," + tagged, "fields", all));
        assertServed(get(pageToken, "/v25.0/me", "fields", "id,name,username,link"));
        assertServed(post(pageToken, "/v25.0/" + comment + "/comments", "message", "Заделаем."));
        assertServed(post(pageToken, "/v25.0/" + comment, "is_hidden", "false"));
        assertServed(post(pageToken, "/v25.0/" + page + "/feed", "message", "Вода есть"));
        assertServed(post(pageToken, "/v25.0/" + page + "/subscribed_apps", "subscribed_fields", "feed,mention"));
        assertServed(get(pageToken, "/v25.0/" + page + "/subscribed_apps"));
        assertServed(send(fake.address(), pageToken, "DELETE", "/v25.0/" + comment));
    }

    @Test
    void all_that_the_fake_says_of_instagram_is_known_whatever_the_login() {
        fake.igComment(igComment, "boris", "Да");
        fake.citizens().photoTag(town, "anna", "На площади");
        String comments = "id,text,timestamp,username,from{id,username},parent_id,hidden,like_count,media{id},user";
        String all = "id,caption,timestamp,permalink,comments_count,like_count,media_product_type,media_type,owner,"
                + "username,shortcode,is_comment_enabled,comments.limit(3){id,text}";

        for (String token : List.of(instagramToken, facebookToken)) {
            assertServed(get(token, "/v25.0/" + town + "/media", "fields", all, "limit", "50", "since", "0"));
            assertServed(get(token, "/v25.0/" + town + "/tags", "fields", "id,caption,username"));
            assertServed(
                    get(token, "/v25.0/" + media + "/comments", "fields", comments + ",replies{" + comments + "}"));
            assertServed(get(token, "/v25.0/" + igComment + "/replies", "fields", comments));
            assertServed(get(token, "/v25.0/" + igComment, "fields", comments));
            assertServed(get(token, "/v25.0/" + town, "fields", "id,username,name,media_count"));
            assertServed(post(token, "/v25.0/" + igComment + "/replies", "message", "Заделаем."));
            assertServed(post(token, "/v25.0/" + media + "/comments", "message", "Дополним."));
            assertServed(post(token, "/v25.0/" + igComment, "hide", "false"));
        }
        assertServed(get(instagramToken, "/v25.0/me", "fields", "user_id,account_type"));
        assertServed(post(instagramToken, "/v25.0/" + town + "/subscribed_apps", "subscribed_fields", "comments"));
        assertServed(get(instagramToken, "/v25.0/" + town + "/subscribed_apps"));
        clock.advance(Duration.ofDays(2));
        assertServed(get(instagramToken, "/refresh_access_token", "grant_type", "ig_refresh_token"));
    }

    @Test
    void mentions_and_hashtags_are_known() {
        String inComment = fake.mentionComment(town, "anna", "@zarechinsk, где вода?");
        String inCaption = fake.mentionMedia(town, "anna", "@zarechinsk!");
        fake.hashtagMedia("яма", "anna", "#яма");
        String root = fake.rootOf(inComment);
        String path = "/v25.0/" + town;

        assertServed(get(
                facebookToken,
                path,
                "fields",
                "id,mentioned_comment.comment_id(" + inComment + "){id,text,timestamp,media{id,caption}}"));
        assertServed(get(
                facebookToken,
                path,
                "fields",
                "mentioned_media.media_id(" + inCaption + "){id,caption,username,owner}"));
        assertServed(post(
                facebookToken,
                path + "/mentions",
                "media_id",
                root,
                "comment_id",
                inComment,
                "message",
                "Скоро дадим."));
        assertServed(get(facebookToken, "/v25.0/ig_hashtag_search", "user_id", town, "q", "яма"));
        assertServed(get(facebookToken, path + "/recently_searched_hashtags"));
        assertEquals(Optional.of("IGHashtag"), fake.kindOf(tag()));
        assertServed(get(
                facebookToken, "/v25.0/" + tag() + "/recent_media", "user_id", town, "fields", "id,caption,timestamp"));
    }

    /** Finds the tag among the ids that come after those which were given out. */
    private String tag() {
        long first = 17_843_800_000_000_000L;
        return LongStream.range(first, first + 100)
                .mapToObj(Long::toString)
                .filter(id -> fake.kindOf(id).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusals_are_known_too() {
        assertEquals(400, get(pageToken, "/v25.0/104999", "fields", "id"));
        assertEquals(400, get(pageToken, "/v25.0/" + media, "fields", "id"));
        fake.failNext(2, 0);
        assertEquals(500, get(pageToken, "/v25.0/" + page));
        fake.closeForGood();
        assertEquals(400, get(pageToken, "/v25.0/" + page));
        MetaJudged.assertNoViolations(fake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PAGE/likes_of_nobody;limit;5;has no GET",
                "PAGE/feed;count;5;takes no count",
                "PAGE/feed;fields;text;has no field text",
                "PAGE/feed;fields;id,comments.limit(5){text};has no field text",
                "PAGE/feed;fields;id,comments.count(5){id};takes no count",
                "PAGE/feed;fields;from{id,username};only",
                "PAGE/feed;fields;id,id;twice",
                "PAGE/feed;fields;id,from{id;bracket",
                "PAGE/feed;limit;-1;no unsigned int",
                "PAGE/feed;since;yesterday;no datetime",
                "POST/comments;order;newest;order is no",
                "POST/comments;until;5;takes no until",
                "COMMENT;fields;caption;has no field caption",
                "COMMENT;fields;message.limit(5);takes the arguments",
                "104999;fields;nothing;has no field nothing"
            })
    void wrong_requests_of_facebook_are_objected_to(String path, String name, String value, String why) {
        String real = path.replace("PAGE", page).replace("POST", post).replace("COMMENT", comment);

        assertObjected(get(pageToken, "/v25.0/" + real, name, value), why);
    }

    private void assertObjected(int status, String why) {
        assertEquals(418, status);
        assertEquals(1, fake.server().violations().size());
        assertTrue(
                fake.server().violations().get(0).contains(why),
                fake.server().violations().get(0));
    }

    @Test
    void a_mention_is_answered_only_with_its_medium() {
        String mention = fake.mentionComment(town, "anna", "@zarechinsk");

        assertObjected(
                post(instagramToken, "/v25.0/" + town + "/mentions", "comment_id", mention, "message", "Да"),
                "lacks media_id");
    }

    @Test
    void mentions_are_not_read_with_instagram_login() {
        assertObjected(
                get(instagramToken, "/v25.0/" + town, "fields", "mentioned_comment.comment_id(1){id}"),
                "has no field mentioned_comment");
    }

    @Test
    void a_comment_on_instagram_is_not_edited() {
        assertObjected(post(instagramToken, "/v25.0/" + igComment, "message", "Нет ямы"), "takes no message");
    }

    @Test
    void a_path_without_version_is_objected_to() {
        assertObjected(get(pageToken, "/" + page), "has nothing at");
    }

    @Test
    void what_is_written_is_not_asked_for_fields() {
        assertObjected(post(pageToken, "/v25.0/" + post + "/comments", "message", "Да", "fields", "id"), "asked for");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200;{\"data\":[{\"id\":\"1\",\"message\":\"a\"}]};was not asked for",
                "200;{\"data\":[{\"id\":1}]};is no string",
                "200;{\"data\":[{\"id\":\"1\",\"created_time\":\"2026-11-23T09:00:00Z\"}]};is no datetime",
                "200;{\"data\":[{\"id\":\"1\",\"from\":{\"id\":\"2\",\"login\":\"anna\"}}]};login is unknown",
                "200;{\"data\":[{\"id\":\"1\",\"comments\":{\"items\":[]}}]};items is unknown",
                "200;{\"items\":[]};data is missing",
                "200;{\"data\":[],\"paging\":{\"cursors\":{\"next\":\"a\"}}};cursors.next is unknown",
                "200;[];data is missing",
                "200;<html>;no JSON",
                "302;{};no status",
                "400;{\"error\":{\"message\":\"a\",\"type\":\"b\",\"code\":\"1\",\"fbtrace_id\":\"c\"}};code is no int",
                "400;{\"error\":{}};message is missing"
            })
    void wrong_answers_are_objected_to(int status, String body, String why) {
        Specs specs = Specs.find().orElseThrow();
        try (WireServer liar = WireServer.open(request -> WireAnswer.of(status, "application/json", body))) {
            liar.inspectedBy(new MetaSpecInspector(specs, fake::kindOf));

            send(
                    liar.address(),
                    pageToken,
                    "GET",
                    "/v25.0/" + page + "/feed",
                    "fields",
                    "created_time,from,comments{id}");

            assertEquals(1, liar.violations().size(), body);
            assertTrue(liar.violations().get(0).contains(why), liar.violations().get(0));
        }
    }
}
