package org.otklik.examples.demo.posts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads bytes as UTF-8, with or without a byte order mark, and as windows-1251 when they are no UTF-8. */
final class TextDecoding {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextDecoding() {}

    static String decode(byte[] bytes) {
        String text = strictUtf8(bytes);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String strictUtf8(byte[] bytes) {
        try {
            // A new decoder reports malformed bytes, which String's constructor would silently replace.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1251);
        }
    }
}
