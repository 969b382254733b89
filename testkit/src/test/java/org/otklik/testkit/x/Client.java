package org.otklik.testkit.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A client that knows nothing of adapters. */
final class Client {

    static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    record Answer(int status, JsonNode body, Map<String, String> headers) {

        String detail() {
            return body.path("detail").asText();
        }

        String ids() {
            return StreamSupport.stream(body.path("data").spliterator(), false)
                    .map(post -> post.path("id").asText())
                    .collect(Collectors.joining(" "));
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final XFake fake;

    Client(XFake fake) {
        this.fake = fake;
    }

    static String encoded(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Answer search(String query, String more) {
        return get("/2/tweets/search/recent?query=" + encoded(query) + more, fake.bearer());
    }

    Answer get(String path, String token) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token));
    }

    Answer post(String path, String token, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer reply(String userId, String to, String text) {
        return post(
                "/2/tweets",
                fake.accessToken(userId),
                "{\"text\":" + Json.text(text) + ",\"reply\":{\"in_reply_to_tweet_id\":\"" + to + "\"}}");
    }

    URI uri(String path) {
        return URI.create(fake.address() + path);
    }

    HttpClient http() {
        return http;
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("content-type").orElse("").contains("json");
            Map<String, String> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.nullNode(), headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
