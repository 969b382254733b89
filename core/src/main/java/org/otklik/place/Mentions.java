package org.otklik.place;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.text.Evidence;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.PhraseMatch;
import org.otklik.text.PostText;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;
import org.otklik.text.WorkingMemory;

/**
 * Finds names in a text and decides by their neighbours whether they mean a place, and finds in the same pass how wide a
 * trouble reaches; immutable and thread-safe.
 */
final class Mentions {

    private static final Comparator<Mention> LONGEST_AND_SUREST = Comparator.comparingInt(Mention::length)
            .thenComparingDouble(Mention::score)
            .thenComparing(Mention::exact)
            .reversed();

    private final NameIndex names;
    /** The number of the words by which addresses are looked for. */
    private final int streets;

    private final ScaleRules scales;
    private final PhraseAutomaton automaton;
    private final ZoneId zone;
    private final NameScore scores;
    private final WorkingMemory<Finding> findings = new WorkingMemory<>(Finding::new);

    Mentions(Gazetteer gazetteer, Elsewhere elsewhere, ZoneId zone) {
        PhraseAutomaton.Builder builder = PhraseAutomaton.onStems();
        names = new NameIndex(gazetteer, builder);
        streets = names.size();
        builder.add(
                streets,
                List.of(Addresses.KINDS.stream().map(kind -> "=" + kind).toList()));
        scales = new ScaleRules(builder, streets + 1);
        automaton = builder.build();
        this.zone = zone;
        scores = new NameScore(elsewhere);
    }

    /**
     * What a text tells; immutable.
     *
     * @param named what it names, in its order; of overlapping names the longest stays
     * @param address the first street that it names; looked for in the post's own text only
     * @param scale evidence for the widest scale that it tells, see {@link ScaleRules#of}; empty if it tells none
     */
    record Told(List<Mention> named, Optional<AddressMention> address, List<Evidence> scale) {

        static final Told NOTHING = new Told(List.of(), Optional.empty(), List.of());
    }

    /** Returns what a text of the post names. */
    List<Mention> in(PostText text, Segment segment) {
        return text.tokens(segment).size() == 0
                ? List.of()
                : in(SegmentText.of(text, segment)).named();
    }

    /** Returns what the text tells. */
    Told in(SegmentText text) {
        if (text.tokens().size() == 0) {
            return Told.NOTHING;
        }
        Finding finding = findings.take();
        Told told = finding.in(text);
        findings.giveBack(finding);
        return told;
    }

    /** Collects what one text after another tells; for one thread. */
    private final class Finding implements PhraseMatch {

        private final List<Mention> found = new ArrayList<>();
        private @Nullable SegmentText text;
        private @Nullable Scale widest;
        private int[] kinds = new int[8];
        private int kindCount;
        private int first;
        private int last;

        Told in(SegmentText next) {
            text = next;
            widest = null;
            kindCount = 0;
            automaton.find(next.tokens(), this);
            text = null;
            Optional<AddressMention> address =
                    next.segment() == Segment.POST ? Addresses.first(next, kinds, kindCount) : Optional.empty();
            if (found.isEmpty() && address.isEmpty() && widest == null) {
                return Told.NOTHING;
            }
            List<Mention> longest = found.isEmpty() ? List.of() : longest(found);
            found.clear();
            List<Evidence> scale = widest == null ? List.of() : List.of(ScaleRules.evidence(widest, next, first, last));
            return new Told(longest, address, scale);
        }

        @Override
        public void found(int number, int firstToken, int lastToken) {
            if (scales.has(number)) {
                widen(scales.scale(number), firstToken, lastToken);
            } else if (number == streets) {
                addKind(firstToken);
            } else {
                name(Objects.requireNonNull(text), names.group(number), firstToken, lastToken);
            }
        }

        private void addKind(int token) {
            if (kindCount == kinds.length) {
                kinds = Arrays.copyOf(kinds, kindCount * 2);
            }
            kinds[kindCount++] = token;
        }

        private void widen(Scale told, int firstToken, int lastToken) {
            if (widest == null || told.compareTo(widest) > 0) {
                widest = told;
                first = firstToken;
                last = lastToken;
            }
        }

        private void name(SegmentText in, NameGroup group, int firstToken, int lastToken) {
            List<Place> existing = existing(group, in);
            if (!existing.isEmpty() && !Torn.is(in.tokens(), group, firstToken, lastToken)) {
                found.add(judge(in, group.only(existing), firstToken, lastToken));
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
