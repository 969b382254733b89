package org.otklik.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.otklik.adapters.http.HttpCall;

/** The least that anybody must do: send the calls with Java's client, read the answers with Jackson, touch each text. */
final class BareLoop {

    /** With HTTP/2, Java would ask at each call whether the other side speaks it. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ObjectMapper mapper = new ObjectMapper();

    /** Makes the calls one after the other, touches all texts and tells how many there were. */
    int run(List<HttpCall> calls) throws IOException, InterruptedException {
        int texts = 0;
        for (HttpCall call : calls) {
            byte[] body = client.send(request(call), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            for (JsonNode text : mapper.readTree(body).findValues("text")) {
                texts += text.textValue().isEmpty() ? 0 : 1;
            }
        }
        return texts;
    }

    private static HttpRequest request(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.address());
        call.headers().forEach(request::header);
        byte[] body = call.body();
        return request.method(
                        call.method(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
