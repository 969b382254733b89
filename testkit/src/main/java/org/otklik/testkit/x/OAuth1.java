package org.otklik.testkit.x;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.testkit.wire.WireRequest;

/** Recomputes a signature of OAuth 1.0a (RFC 5849), independently of any adapter. */
final class OAuth1 {

    private static final String PREFIX = "OAuth ";

    private OAuth1() {}

    /** Reads the header {@code Authorization}. */
    static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : header.substring(PREFIX.length()).split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String quoted = pair.substring(equals + 1).strip();
                String value = quoted.startsWith("\"") && quoted.endsWith("\"") && quoted.length() > 1
                        ? quoted.substring(1, quoted.length() - 1)
                        : quoted;
                parameters.put(pair.substring(0, equals).strip(), decoded(value));
            }
        }
        return parameters;
    }

    static String signature(WireRequest request, String url, Map<String, String> oauth, XAccount account) {
        String base = request.method() + "&" + encoded(url) + "&" + encoded(sorted(request, oauth));
        String key = encoded(account.consumerSecret()) + "&" + encoded(account.tokenSecret());
        return Base64.getEncoder().encodeToString(Mac.sha1(key, base.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sorted(WireRequest request, Map<String, String> oauth) {
        List<String> pairs = new ArrayList<>();
        oauth.forEach((name, value) -> {
            if (!name.equals("oauth_signature") && !name.equals("realm")) {
                pairs.add(encoded(name) + "=" + encoded(value));
            }
        });
        request.query().forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        if (request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            request.form().forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        }
        return String.join("&", pairs.stream().sorted().toList());
    }

    private static String encoded(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
