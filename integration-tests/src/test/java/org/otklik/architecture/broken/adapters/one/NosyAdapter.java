package org.otklik.architecture.broken.adapters.one;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.otklik.architecture.broken.adapters.two.TwoAdapter;
import org.otklik.architecture.broken.internal.Secret;
import org.otklik.architecture.broken.storage.Table;

/** Looks into everything that is none of an adapter's business, and calls out past the transport. */
public final class NosyAdapter {

    private NosyAdapter() {}

    public static String look(HttpClient client) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost/")).build();
        return client.send(request, BodyHandlers.ofString()).body()
                + TwoAdapter.name()
                + new Table("incident").name()
                + Secret.class.getName();
    }
}
