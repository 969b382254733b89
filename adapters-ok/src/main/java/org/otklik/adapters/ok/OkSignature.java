package org.otklik.adapters.ok;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.otklik.adapters.sign.Hmac;

/**
 * Signs calls as the network's page on signatures says: sorted {@code name=value} without separators, then the
 * session's secret, all through MD5.
 */
final class OkSignature {

    private static final Set<String> UNSIGNED = Set.of("sig", "access_token", "session_key");

    private OkSignature() {}

    /** The session's secret where the token's own page does not show one. */
    static String sessionSecret(String accessToken, String applicationSecretKey) {
        return Hmac.md5Hex(accessToken + applicationSecretKey);
    }

    /** Values are signed as they are, not as they are encoded in the form. */
    static String of(Map<String, String> parameters, String sessionSecret) {
        StringBuilder signed = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!UNSIGNED.contains(name)) {
                signed.append(name).append('=').append(value);
            }
        });
        return Hmac.md5Hex(signed.append(sessionSecret).toString());
    }
}
