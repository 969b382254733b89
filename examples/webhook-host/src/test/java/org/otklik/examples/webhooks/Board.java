package org.otklik.examples.webhooks;

import java.nio.charset.StandardCharsets;

/** The board's own side of its webhooks. */
final class Board {

    static final String KEY = "the secret of the tests";
    static final String PATH = "/n0b0dy-gu3ss3s/board/city";

    private Board() {}

    static byte[] body(String id) {
        String json = "{\"id\":\"" + id + "\",\"text\":\"В Тольятти на улице Победы яма\",\"at\":1795000000}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] genuine(String id) {
        byte[] body = body(id);
        return Client.request(PATH, "X-Signature: " + SignedBoard.sign(KEY, body) + "\r\n", body);
    }
}
