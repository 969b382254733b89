package org.otklik.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.post.NetworkId;
import org.otklik.post.NetworkNames;

/**
 * Names the networks of one report and marks those that have a footnote: one asterisk for the first footnote, two for
 * the second; for one thread.
 */
final class NetworkTitles {

    private final NetworkNames names;
    private final ReportWords words;
    private final Map<NetworkId, String> footnotes = new LinkedHashMap<>();
    private final Map<String, String> marks = new LinkedHashMap<>();

    NetworkTitles(Report report, ReportWords words) {
        this.names = report.names().networks();
        this.words = words;
        Stream.concat(report.signals().byNetwork().lines().stream(), report.incidents().byNetwork().lines().stream())
                .map(CountTable.Line::key)
                .forEach(this::note);
    }

    private void note(NetworkId network) {
        footnote(network).ifPresent(text -> {
            footnotes.put(network, text);
            marks.putIfAbsent(text, "*".repeat(marks.size() + 1));
        });
    }

    private Optional<String> footnote(NetworkId network) {
        return names.find(network).flatMap(name -> name.footnote(words.locale()));
    }

    String title(NetworkId network) {
        String title = names.find(network)
                .map(name -> name.title(words.locale()))
                .orElseGet(() -> words.code("network", network.code()));
        return title + footnote(network).map(marks::get).orElse("");
    }

    /** The footnotes of networks that are in the report, by network. */
    Map<NetworkId, String> footnotes() {
        return footnotes;
    }

    /** The sentences that must stand under a table that names these networks. */
    List<String> under(CountTable<NetworkId> shown) {
        return shown.lines().stream()
                .flatMap(line -> footnote(line.key()).stream())
                .distinct()
                .map(text -> marks.get(text) + " " + text)
                .toList();
    }
}
