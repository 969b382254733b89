package org.otklik.place;

import java.util.Arrays;
import java.util.List;
import org.otklik.text.Words;

/**
 * What a name may be besides a place; immutable.
 *
 * @param common an everyday word, or an everyday phrase
 * @param adjective has the form of an adjective, as names of streets and people have
 * @param bound needs its kind word, since it has no word of letters («13 км») or is a person («Льва Толстого»)
 * @param personal sorted hashes of the forms that are also forms of a surname
 */
@SuppressWarnings("ArrayRecordComponent") // searched only, never compared
record NameTraits(boolean common, boolean adjective, boolean bound, long[] personal) {

    static final NameTraits NONE = new NameTraits(false, false, false, new long[0]);

    static NameTraits of(List<String> words, CommonWords common) {
        boolean single = words.size() == 1;
        String last = words.get(words.size() - 1);
        return new NameTraits(
                single ? common.has(last) : common.isPhrase(words),
                single && NameForms.isAdjective(last),
                words.stream().noneMatch(NameTraits::isWord) || isPerson(words),
                single ? personal(last) : new long[0]);
    }

    private static boolean isPerson(List<String> words) {
        return words.size() == 2
                && (words.get(0).equals("льва") || Persons.isFirstName(Words.hash(words.get(0))))
                && (words.get(1).endsWith("ого")
                        || words.get(1).endsWith("ова")
                        || words.get(1).endsWith("ина"));
    }

    private static boolean isWord(String word) {
        return word.length() >= 3 && word.chars().allMatch(Character::isLetter);
    }

    /** «Кротова» is a village in the genitive, a woman, or a man in the genitive. */
    private static long[] personal(String name) {
        if (name.endsWith("ово") || name.endsWith("ево") || name.endsWith("ино") || name.endsWith("ыно")) {
            String base = name.substring(0, name.length() - 1);
            return hashes(base + "а", base + "у");
        }
        if (name.length() > 4 && (name.endsWith("ов") || name.endsWith("ев") || name.endsWith("ин"))) {
            return hashes(NameForms.ofWord(name).toArray(new String[0]));
        }
        return new long[0];
    }

    private static long[] hashes(String... forms) {
        return Arrays.stream(forms).mapToLong(Words::hash).sorted().toArray();
    }

    boolean isPersonal(long word) {
        return Arrays.binarySearch(personal, word) >= 0;
    }
}
