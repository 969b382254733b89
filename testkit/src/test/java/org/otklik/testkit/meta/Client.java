package org.otklik.testkit.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client that is written without any adapter. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final String token;
    private final URI address;
    private final String proof;

    private Client(MetaFake fake, String token, String proof) {
        this.address = fake.address();
        this.token = token;
        this.proof = proof;
    }

    static Client of(MetaFake fake, String token) {
        return new Client(fake, token, Hmac.sha256(fake.appSecret(), token.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What came back. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        int code() {
            return body.at("/error/code").asInt();
        }

        int subcode() {
            return body.at("/error/error_subcode").asInt();
        }
    }

    Answer get(String path, String... parameters) {
        return send("GET", path, parameters);
    }

    Answer delete(String path) {
        return send("DELETE", path);
    }

    private Answer send(String method, String path, String... parameters) {
        return send(HttpRequest.newBuilder(uri(path, parameters))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody()));
    }

    Answer post(String path, String... parameters) {
        return send(HttpRequest.newBuilder(URI.create(address + "/v25.0/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(parameters) + "&access_token=" + token)));
    }

    private URI uri(String path, String... parameters) {
        return URI.create(address + "/v25.0/" + path + "?" + encoded(parameters));
    }

    private String encoded(String... parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        all.putIfAbsent("appsecret_proof", proof);
        return all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()), answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
