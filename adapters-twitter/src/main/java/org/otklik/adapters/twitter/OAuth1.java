package org.otklik.adapters.twitter;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.adapters.sign.Hmac;

/** Signs calls by OAuth 1.0a with HMAC-SHA-1; bodies in JSON are no part of what is signed. */
final class OAuth1 {

    private OAuth1() {}

    /** The four secrets of an account. */
    record Keys(String consumerKey, String consumerSecret, String token, String tokenSecret) {

        @Override
        public String toString() {
            return "OAuth 1.0a keys";
        }
    }

    /** Writes the header {@code Authorization}. */
    static String header(String method, URI address, Map<String, String> form, Keys keys, String nonce, long seconds) {
        Map<String, String> oauth = new TreeMap<>(Map.of(
                "oauth_consumer_key",
                keys.consumerKey(),
                "oauth_nonce",
                nonce,
                "oauth_signature_method",
                "HMAC-SHA1",
                "oauth_timestamp",
                Long.toString(seconds),
                "oauth_token",
                keys.token(),
                "oauth_version",
                "1.0"));
        Map<String, String> all = new TreeMap<>(oauth);
        all.putAll(form);
        query(address).forEach(all::put);
        oauth.put("oauth_signature", signature(base(method, address, all), keys));
        return "OAuth "
                + oauth.entrySet().stream()
                        .map(one -> encode(one.getKey()) + "=\"" + encode(one.getValue()) + '"')
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> fields = new TreeMap<>();
        String raw = address.getRawQuery();
        if (raw != null) {
            for (String field : raw.split("&", -1)) {
                String[] parts = field.split("=", 2);
                fields.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return fields;
    }

    /** What is signed; names and values are encoded before they are sorted. */
    static String base(String method, URI address, Map<String, String> fields) {
        Map<String, String> encoded = new TreeMap<>();
        fields.forEach((name, value) -> encoded.put(encode(name), encode(value)));
        String joined = encoded.entrySet().stream()
                .map(one -> one.getKey() + '=' + one.getValue())
                .collect(Collectors.joining("&"));
        String bare = address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
        return method + '&' + encode(bare) + '&' + encode(joined);
    }

    static String signature(String base, Keys keys) {
        String key = encode(keys.consumerSecret()) + '&' + encode(keys.tokenSecret());
        return Base64.getEncoder().encodeToString(Hmac.sha1(key, base.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** By RFC 3986, which leaves alone other characters than forms do. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
