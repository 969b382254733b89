package org.otklik.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.otklik.text.PostText;
import org.otklik.text.TextHash;
import org.otklik.training.Columns;
import org.otklik.training.Evaluation;
import org.otklik.training.History;
import org.otklik.training.LabelledPost;

/**
 * One column to learn: rows to learn from and rows to be asked for, or five parts that are asked for in turn.
 *
 * @param name what the task is called
 * @param rows without copies
 * @param asked rows of another file, without copies and without those of the first; empty for folds
 */
record LabelledTask(String name, List<LabelledPost> rows, List<LabelledPost> asked) {

    private static final int FOLDS = 5;
    private static final long SEED = 7;

    static LabelledTask folded(String name, Path file, String label) {
        return new LabelledTask(name, distinct(read(file, label), new HashSet<>()), List.of());
    }

    static LabelledTask split(String name, Path taught, Path asked, String label) {
        Set<TextHash> seen = new HashSet<>();
        List<LabelledPost> rows = distinct(read(taught, label), seen);
        return new LabelledTask(name, rows, distinct(read(asked, label), seen));
    }

    private static List<LabelledPost> read(Path file, String label) {
        History history = History.read(file, Columns.of("text", label));
        history.mistakes().forEach(mistake -> System.out.println(file + ", " + mistake));
        return history.posts().stream().map(LabelledTask::plain).toList();
    }

    /** Peers know no HTML; they get what is left without it, as we do. */
    private static LabelledPost plain(LabelledPost post) {
        String text = post.text().replaceAll("<[/a-zA-Z][^>]{0,200}>", " ").replaceAll("&[a-zA-Z#0-9]{1,8};", " ");
        return new LabelledPost(text, post.label());
    }

    private static List<LabelledPost> distinct(List<LabelledPost> posts, Set<TextHash> seen) {
        List<LabelledPost> distinct = new ArrayList<>();
        for (LabelledPost post : posts) {
            PostText text = OtklikLabelling.scanned(post.text());
            if (text.hasWords() && seen.add(text.normalisedHash())) {
                distinct.add(post);
            }
        }
        return List.copyOf(distinct);
    }

    /** Asks a labelling for every row that is to be asked, once. */
    Map<String, Evaluation> evaluate(Labelling labelling) throws Exception {
        Map<String, List<Evaluation.Answer>> answers = new LinkedHashMap<>();
        if (!asked.isEmpty()) {
            answers.putAll(labelling.answer(rows, asked));
        } else {
            fold(labelling, answers);
        }
        Map<String, Evaluation> evaluations = new LinkedHashMap<>();
        answers.forEach((name, list) -> evaluations.put(name, Evaluation.of(list)));
        return evaluations;
    }

    private void fold(Labelling labelling, Map<String, List<Evaluation.Answer>> answers) throws Exception {
        List<LabelledPost> order = new ArrayList<>(rows);
        Collections.shuffle(order, new Random(SEED));
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            List<LabelledPost> held = IntStream.range(0, order.size())
                    .filter(i -> i % FOLDS == part)
                    .mapToObj(order::get)
                    .toList();
            List<LabelledPost> taught = IntStream.range(0, order.size())
                    .filter(i -> i % FOLDS != part)
                    .mapToObj(order::get)
                    .toList();
            labelling
                    .answer(taught, held)
                    .forEach((name, list) -> answers.computeIfAbsent(name, n -> new ArrayList<>())
                            .addAll(list));
        }
    }
}
