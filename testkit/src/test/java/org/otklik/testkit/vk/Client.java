package org.otklik.testkit.vk;

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
import java.util.ArrayList;
import java.util.List;

/** The simplest client, which does as it is told. */
final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final VkFake vk;

    Client(VkFake vk) {
        this.vk = vk;
    }

    /** Calls a method with names and values in turn; the version is added. */
    JsonNode call(String method, String token, Object... parameters) {
        List<Object> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("access_token", token, "v", "5.199"));
        return bare(method, all.toArray());
    }

    /** Calls a method with nothing but what is given. */
    JsonNode bare(String method, Object... parameters) {
        return read(send(form(method, parameters)).body());
    }

    HttpRequest form(String method, Object... parameters) {
        return HttpRequest.newBuilder(vk.address().resolve("/method/" + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(parameters)))
                .build();
    }

    static String encoded(Object... parameters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(
                    parameters[i] + "=" + URLEncoder.encode(String.valueOf(parameters[i + 1]), StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    JsonNode get(String address) {
        return read(send(HttpRequest.newBuilder(URI.create(address)).build()).body());
    }

    JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
