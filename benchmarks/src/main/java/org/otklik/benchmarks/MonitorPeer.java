package org.otklik.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** Lucene's Monitor with one phrase query a rule, as its manual has it. */
final class MonitorPeer implements AutoCloseable {

    private static final String FIELD = "text";

    private final Analyzer analyzer = new RussianAnalyzer();
    private final Monitor monitor;

    MonitorPeer(List<String> phrases) throws IOException {
        monitor = new Monitor(analyzer);
        QueryBuilder builder = new QueryBuilder(analyzer);
        List<MonitorQuery> queries = new ArrayList<>();
        for (String phrase : phrases) {
            Query query = builder.createPhraseQuery(FIELD, phrase);
            if (query != null) {
                queries.add(new MonitorQuery(phrase, query));
            }
        }
        monitor.register(queries);
    }

    /** Counts the rules that match. */
    int count(String text) {
        Document document = new Document();
        document.add(new TextField(FIELD, text, Field.Store.NO));
        try {
            return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        monitor.close();
        analyzer.close();
    }
}
