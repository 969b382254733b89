package org.otklik.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.otklik.IncidentDesk;
import org.otklik.benchmarks.RealTexts.RealText;
import org.otklik.cluster.NearDuplicateIndex;
import org.otklik.cluster.SimilarPost;
import org.otklik.cluster.SimilarityMatch;
import org.otklik.id.IncidentId;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/** What the index makes of real texts: of all as they come, of those told again, and of those told of another place. */
final class SimilarTexts {

    /** A near-copy needs as many words; what is shorter is counted too, but apart. */
    static final int COMPARABLE = 8;

    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final IncidentDesk desk;
    private final List<RealText> texts;
    private final boolean tuning;
    private final NearDuplicateIndex index = NearDuplicateIndex.of(100_000, Duration.ofDays(3));
    private final Map<String, IncidentId> incidents = new HashMap<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<String> mistaken = new ArrayList<>();
    private int suggested;

    /**
     * A text that joined another.
     *
     * @param known the earlier text
     * @param text the later one
     * @param score how alike they are
     */
    record Alarm(String known, String text, double score) {

        String pair() {
            return known + "," + text;
        }
    }

    /**
     * How often a text was found again.
     *
     * @param asked how many were asked for
     * @param found attached to the right incident, or suggested for it
     * @param attached attached to the right incident
     * @param elsewhere attached to a wrong one
     */
    record Count(int asked, int found, int attached, int elsewhere) {

        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    asked + other.asked, found + other.found, attached + other.attached, elsewhere + other.elsewhere);
        }

        double recall() {
            return (double) found / asked;
        }
    }

    SimilarTexts(IncidentDesk desk, List<RealText> texts, boolean tuning) {
        this.desk = desk;
        this.texts = texts;
        this.tuning = tuning;
    }

    /** Lets all texts come one after another, as posts of one day. */
    void listen() {
        for (int i = 0; i < texts.size(); i++) {
            RealText text = texts.get(i);
            SimilarPost post = post(text.id(), text.text(), i);
            SimilarityMatch match = index.find(post);
            IncidentId incident = IncidentId.of(String.format(Locale.ROOT, "%026d", i));
            if (match instanceof SimilarityMatch.Attach known) {
                incident = known.incident();
                if (isMeasured(text)) {
                    alarms.add(new Alarm(known.post().nativeId(), text.id(), known.score()));
                }
            }
            suggested += match instanceof SimilarityMatch.Suggest && isMeasured(text) ? 1 : 0;
            incidents.put(text.id(), incident);
            index.insert(incident, post);
        }
    }

    private boolean isMeasured(RealText text) {
        return text.isForTuning() == tuning;
    }

    private SimilarPost post(String id, String text, int second) {
        return desk.understand(Post.builder(PostId.of("vk", id), START.plusSeconds(second))
                        .text(text)
                        .build())
                .fingerprint();
    }

    List<Alarm> alarms() {
        return alarms;
    }

    int suggested() {
        return suggested;
    }

    /** Tells texts again; long ones, or short ones. */
    Count retold(Retelling retelling, boolean comparable) {
        SplittableRandom random = new SplittableRandom(retelling.ordinal());
        Count sum = Count.NONE;
        for (RealText text : texts) {
            String other = texts.get(random.nextInt(texts.size())).text();
            String again = retelling.of(text.text(), other, random);
            if (isMeasured(text) && post(text.id(), text.text(), 0).words() >= COMPARABLE == comparable) {
                sum = sum.plus(asked(text, again));
            }
        }
        return sum;
    }

    /** Tells texts of another place; whatever is found is found wrongly. */
    Count moved(Elsewhere elsewhere) {
        SplittableRandom random = new SplittableRandom(elsewhere.ordinal());
        Count sum = Count.NONE;
        for (RealText text : texts) {
            Optional<String> moved = elsewhere.of(text.text(), random);
            if (moved.isPresent() && isMeasured(text)) {
                Count one = asked(text, moved.get());
                sum = sum.plus(one);
                if (one.attached() > 0) {
                    mistaken.add(text.text() + "\n   " + moved.get());
                }
            }
        }
        return sum;
    }

    /** Lists texts that were attached to what was told of another place, each with what it was attached to. */
    List<String> mistaken() {
        return mistaken;
    }

    private Count asked(RealText text, String again) {
        IncidentId right = incidents.get(text.id());
        SimilarityMatch match = index.find(post("again", again, texts.size()));
        if (match instanceof SimilarityMatch.Attach known) {
            boolean rightly = known.incident().equals(right);
            return new Count(1, rightly ? 1 : 0, rightly ? 1 : 0, rightly ? 0 : 1);
        }
        boolean found = match instanceof SimilarityMatch.Suggest suggest
                && suggest.suggestions().stream().anyMatch(one -> one.incident().equals(right));
        return new Count(1, found ? 1 : 0, 0, 0);
    }

    /** Reads what a person said of pairs of texts: {@code known,text,SAME} or {@code OTHER}; ids only. */
    static Map<String, Boolean> labels() throws IOException {
        Map<String, Boolean> labels = new HashMap<>();
        try (InputStream in = SimilarTexts.class.getResourceAsStream("similar-labels.csv")) {
            if (in != null) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                    int comma = line.lastIndexOf(',');
                    if (comma > 0) {
                        labels.put(
                                line.substring(0, comma),
                                line.substring(comma + 1).equals("SAME"));
                    }
                }
            }
        }
        return labels;
    }
}
