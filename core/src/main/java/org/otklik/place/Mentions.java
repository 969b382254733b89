package org.otklik.place;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.text.Evidence;
import org.otklik.text.PhraseMatch;
import org.otklik.text.PostText;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;
import org.otklik.text.WorkingMemory;

/** Finds names in a text and decides by their neighbours whether they mean a place; immutable and thread-safe. */
final class Mentions {

    private static final Comparator<Mention> LONGEST_AND_SUREST = Comparator.comparingInt(Mention::length)
            .thenComparingDouble(Mention::score)
            .thenComparing(Mention::exact)
            .reversed();

    private final NameIndex names;
    private final ZoneId zone;
    private final NameScore scores;
    private final WorkingMemory<Finding> findings = new WorkingMemory<>(Finding::new);

    Mentions(NameIndex names, Elsewhere elsewhere, ZoneId zone) {
        this.names = names;
        this.zone = zone;
        scores = new NameScore(elsewhere);
    }

    /** Returns what a text of the post names. */
    List<Mention> in(PostText text, Segment segment) {
        return text.tokens(segment).size() == 0 ? List.of() : in(SegmentText.of(text, segment));
    }

    /** Returns what the text names, in its order; of overlapping names the longest stays. */
    List<Mention> in(SegmentText text) {
        if (text.tokens().size() == 0) {
            return List.of();
        }
        Finding finding = findings.take();
        List<Mention> found = finding.in(text);
        findings.giveBack(finding);
        return found;
    }

    /** Collects the mentions of one text after another; for one thread. */
    private final class Finding implements PhraseMatch {

        private final List<Mention> found = new ArrayList<>();
        private @Nullable SegmentText text;

        List<Mention> in(SegmentText next) {
            text = next;
            names.find(next.tokens(), this);
            text = null;
            if (found.isEmpty()) {
                return List.of();
            }
            List<Mention> longest = longest(found);
            found.clear();
            return longest;
        }

        @Override
        public void found(int number, int first, int last) {
            SegmentText in = Objects.requireNonNull(text);
            NameGroup group = names.group(number);
            List<Place> existing = existing(group, in);
            if (!existing.isEmpty() && !Torn.is(in.tokens(), group, first, last)) {
                found.add(judge(in, group.only(existing), first, last));
            }
        }
    }

    /** The places of a group that exist on the day of the post. */
    private List<Place> existing(NameGroup group, SegmentText text) {
        if (!group.isDated()) {
            return group.places();
        }
        LocalDate day = LocalDate.ofInstant(text.at(), zone);
        return group.places().stream().filter(place -> place.isValidOn(day)).toList();
    }

    /** What is no place, though it looks like one, hides the shorter names within it all the same. */
    private static List<Mention> longest(List<Mention> found) {
        found.sort(LONGEST_AND_SUREST);
        List<Mention> kept = new ArrayList<>(found.size());
        for (Mention mention : found) {
            int over = overlapped(kept, mention);
            if (over < 0) {
                kept.add(mention);
            } else if (isTie(kept.get(over), mention)) {
                kept.set(over, kept.get(over).or(mention));
            }
        }
        kept.removeIf(mention -> mention.score() <= 0);
        kept.sort(Comparator.comparingInt(Mention::first));
        return kept;
    }

    private static int overlapped(List<Mention> kept, Mention mention) {
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).overlaps(mention)) {
                return i;
            }
        }
        return -1;
    }

    /** Two names with a form in common, such as Кармала and Кармалы, are namesakes in that form. */
    private static boolean isTie(Mention one, Mention other) {
        return one.covers(other)
                && one.score() == other.score()
                && one.exact() == other.exact()
                && one.group().type() == NameGroup.Type.NAME
                && other.group().type() == NameGroup.Type.NAME;
    }

    private Mention judge(SegmentText text, NameGroup group, int first, int last) {
        Tokens tokens = text.tokens();
        Set<PlaceReason> reasons = EnumSet.noneOf(PlaceReason.class);
        double score = scores.of(text, group, first, last, reasons);
        reasons.add(group.type() == NameGroup.Type.ADJECTIVE ? PlaceReason.ADJECTIVE : PlaceReason.NAMED);
        String type = reasons.contains(PlaceReason.KIND_WORD) ? KindWords.before(text, first) : null;
        NameGroup meant = type == null || group.type() != NameGroup.Type.NAME
                ? group
                : group.only(KindWords.of(type, group.places()));
        String rule = names.rule(meant.places().get(0));
        Evidence evidence = new Evidence(rule, tokens.start(first), tokens.end(last), text.segment());
        return new Mention(meant, first, last, score, group.isExact(tokens, first, last), reasons, evidence);
    }
}
