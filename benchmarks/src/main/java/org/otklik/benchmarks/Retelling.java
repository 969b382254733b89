package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** How people tell the same again: the text of another, with small changes. */
enum Retelling {
    WORDS_CHANGED {
        @Override
        void change(List<String> words, List<String> others, SplittableRandom random) {
            repeat(words, random, at -> {
                if (isPlain(words.get(at))) {
                    words.set(at, pick(others, random));
                }
            });
        }
    },
    WORDS_LEFT_OUT {
        @Override
        void change(List<String> words, List<String> others, SplittableRandom random) {
            repeat(words, random, at -> words.remove((int) at));
        }
    },
    WORDS_ADDED {
        @Override
        void change(List<String> words, List<String> others, SplittableRandom random) {
            repeat(words, random, at -> words.add(at, pick(others, random)));
        }
    },
    TYPOS {
        @Override
        void change(List<String> words, List<String> others, SplittableRandom random) {
            repeat(words, random, at -> words.set(at, mistyped(words.get(at), random)));
        }
    },
    WORD_ORDER {
        @Override
        void change(List<String> words, List<String> others, SplittableRandom random) {
            int at = random.nextInt(words.size());
            int to = Math.max(0, Math.min(words.size() - 1, at + random.nextInt(-4, 5)));
            Collections.swap(words, at, to);
        }
    },
    EMOJI {
        @Override
        void change(List<String> words, List<String> others, SplittableRandom random) {
            words.add(0, "😡😡😡");
            words.add(random.nextInt(words.size()), "‼️");
            words.add("🙏 #помогите");
        }
    },
    GREETING {
        @Override
        void change(List<String> words, List<String> others, SplittableRandom random) {
            words.addAll(0, List.of(pick(GREETINGS, random).split(" ", -1)));
            words.addAll(List.of(pick(FAREWELLS, random).split(" ", -1)));
        }
    },
    CUT_OFF {
        @Override
        void change(List<String> words, List<String> others, SplittableRandom random) {
            int kept = Math.max(3, (int) (words.size() * (0.6 + 0.35 * random.nextDouble())));
            words.subList(Math.min(kept, words.size()), words.size()).clear();
        }
    };

    private static final List<String> GREETINGS = List.of(
            "Здравствуйте!", "Добрый день!", "Доброе утро, уважаемая администрация!", "Уважаемые власти,", "Народ,");
    private static final List<String> FAREWELLS =
            List.of("Спасибо!", "Примите меры!", "Ждём ответа.", "Сделайте хоть что-нибудь", "Репост!");

    /** Does one change at a place. */
    private interface Change {
        void at(int index);
    }

    abstract void change(List<String> words, List<String> others, SplittableRandom random);

    /** Tells a text again; the words of another text are what slips in. */
    String of(String text, String other, SplittableRandom random) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        List<String> plain = Stream.of(other.strip().split("\\s+"))
                .filter(Retelling::isPlain)
                .toList();
        change(words, plain.isEmpty() ? List.of("тоже") : plain, random);
        return String.join(" ", words);
    }

    /** One to three times, but never more than each sixth word: else it is another text. */
    private static void repeat(List<String> words, SplittableRandom random, Change change) {
        int times = Math.max(1, Math.min(words.size() / 6, 1 + random.nextInt(3)));
        for (int i = 0; i < times && words.size() > 1; i++) {
            change.at(random.nextInt(words.size()));
        }
    }

    /** Numbers and names tell where it is; who changes them speaks of another place. */
    private static boolean isPlain(String word) {
        return word.chars().noneMatch(c -> Character.isDigit(c) || Character.isUpperCase(c));
    }

    private static String pick(List<String> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String mistyped(String word, SplittableRandom random) {
        if (word.length() < 4 || word.chars().anyMatch(Character::isDigit)) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
