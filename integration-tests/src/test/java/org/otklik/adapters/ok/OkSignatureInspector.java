package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.testkit.wire.RequestInspector;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/**
 * Judges each request by the network's own pages, read once more for this class: the signature is computed without any
 * code of adapter or fake, and parameters stand in a list written by hand.
 */
final class OkSignatureInspector implements RequestInspector {

    private static final Map<String, String> DOCUMENTED = Map.of(
            "discussions.getList", "types category anchor direction count fields fieldset locale",
            "discussions.getComments",
                    "discussionId discussionType anchor direction count frmt fields fieldset mark_as_read"
                            + " includeRemoved",
            "discussions.get", "discussionId discussionType fields fieldset",
            "discussions.addDiscussionComment",
                    "entityId entityType comment reply_to_comment_id as_admin attachments frmt fields fieldset",
            "mediatopic.getByIds", "topic_ids media_limit fields fieldset features",
            "search.tagContents", "query filter anchor count fields",
            "users.getLoggedInUser", "",
            "url.getInfo", "url");

    private final String applicationSecret;
    private final ObjectMapper mapper = new ObjectMapper();

    OkSignatureInspector(String applicationSecret) {
        this.applicationSecret = applicationSecret;
    }

    @Override
    public void request(WireRequest request) {
        if (request.path().startsWith("/graph/")) {
            chat(request);
            return;
        }
        assertEquals("/fb.do", request.path());
        assertEquals("", request.rawQuery(), "A token may stand in the query.");
        Map<String, String> form = request.form();
        assertEquals(signature(form), form.get("sig"), "sig");
        assertFalse(form.containsKey("mark_as_read"), "Nothing is marked as read.");
        List<String> known =
                List.of(String.valueOf(DOCUMENTED.get(form.get("method"))).split(" ", -1));
        Set<String> common = Set.of("application_key", "method", "format", "sig", "access_token");
        form.keySet().stream()
                .filter(name -> !common.contains(name))
                .forEach(name -> assertTrue(known.contains(name), form.get("method") + " has no parameter " + name));
    }

    private void chat(WireRequest request) {
        assertTrue(request.path().startsWith("/graph/me/messages/chat:"), request.path());
        assertFalse(request.query().getOrDefault("access_token", "").isEmpty());
        if (request.method().equals("POST")) {
            JsonNode body = json(request.body());
            assertFalse(body.at("/recipient/chat_id").asText().isEmpty());
            assertFalse(body.at("/message/text").asText().isEmpty());
        }
    }

    String signature(Map<String, String> form) {
        String[] pairs = form.entrySet().stream()
                .filter(field -> !List.of("sig", "access_token", "session_key").contains(field.getKey()))
                .map(field -> field.getKey() + "=" + field.getValue())
                .toArray(String[]::new);
        Arrays.sort(
                pairs,
                (one, other) -> one.substring(0, one.indexOf('=')).compareTo(other.substring(0, other.indexOf('='))));
        String session = md5(form.get("access_token") + applicationSecret);
        return md5(Arrays.stream(pairs).collect(Collectors.joining()) + session);
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format("%032x", new BigInteger(1, hash));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void answer(WireRequest request, WireAnswer answer) {
        JsonNode body = json(answer.body());
        if (body.has("error_code")) {
            assertEquals(
                    String.valueOf(body.get("error_code")), answer.headers().get("Invocation-Error"));
        }
        assertEquals(200, answer.status());
    }

    private JsonNode json(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
