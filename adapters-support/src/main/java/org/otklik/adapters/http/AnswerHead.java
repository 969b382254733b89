package org.otklik.adapters.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads status and headers of an answer in HTTP/1.1; what follows is not read. */
final class AnswerHead {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final int LONGEST_HEAD = 16_384;
    private static final int FIRST_FINAL = 200;

    private final InputStream in;
    private int left;

    private AnswerHead(InputStream in, int largest) {
        this.in = in;
        this.left = Math.min(largest, LONGEST_HEAD);
    }

    /** Reads the head of the final answer, past those that only say to go on. */
    static HttpAnswer read(InputStream in, int largest) throws IOException {
        AnswerHead head = new AnswerHead(new BufferedInputStream(in, 1_024), largest);
        HttpAnswer answer = head.next();
        while (answer.status() < FIRST_FINAL) {
            answer = head.next();
        }
        return answer;
    }

    private HttpAnswer next() throws IOException {
        Matcher status = STATUS.matcher(line());
        if (!status.matches()) {
            throw new IOException("The answer is no HTTP.");
        }
        TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon),
                        List.of(line.substring(colon + 1).strip()));
            }
        }
        return HttpAnswer.of(Integer.parseInt(status.group(1)), headers, new byte[0]);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0 || --left < 0) {
                throw new IOException(one < 0 ? "The answer ended early." : "The head of the answer is too long.");
            }
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
