package org.otklik.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the words of phrases numbers from 1 on. Words that the very same steps take, as the forms and synonyms of one
 * step do that stand nowhere else, are one word to all phrases: they share a number.
 */
final class WordNumbers {

    private final Map<Long, Integer> numbers = new LinkedHashMap<>();
    private final Map<List<Integer>, Integer> numberOfSteps = new HashMap<>();

    /** Numbers the words of phrases; those of the first come first. */
    WordNumbers(List<PhraseDraft> drafts) {
        Map<Long, List<Integer>> stepsOfWord = new LinkedHashMap<>();
        int step = 0;
        for (PhraseDraft draft : drafts) {
            for (long[] words : draft.steps()) {
                for (long word : words) {
                    stepsOfWord.computeIfAbsent(word, any -> new ArrayList<>(2)).add(step);
                }
                step++;
            }
        }
        stepsOfWord.forEach((word, steps) ->
                numbers.put(word, numberOfSteps.computeIfAbsent(steps, any -> numberOfSteps.size() + 1)));
    }

    /** Gives each word its number. */
    Map<Long, Integer> numbers() {
        return numbers;
    }

    /** The greatest number. */
    int greatest() {
        return numberOfSteps.size();
    }
}
