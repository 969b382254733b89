package org.otklik.text;

import java.util.Locale;

/**
 * A language that posts of the Volga regions are written in, told by its letters and by its most frequent words.
 *
 * <p>Neighbours write with the Russian keyboard too, so that letters alone do not tell; a few words do. A short text
 * may be taken for Russian, never a Russian one for another that has no word or letter of it.
 */
public enum Language {
    /** Russian, or nothing that speaks against it. */
    RUSSIAN("ru", "", ""),
    /** Tatar. */
    TATAR(
            "tt",
            "җ",
            "бик юк белән белэн белан өчен очен безнең безнен сезнең сезнен нигә нига кайчан кайда рәхмәт рэхмэт рахмат "
                    + "исәнмесез исанмесез исэнмесез хәерле хаерле көн урамда авылда авыл суы эшләми эшлэми эшлами ничә "
                    + "ничек шулай инде тагын бүген буген кичә күп юллар утлар җылы бирегез ярдәм ярдам ярдэм кирәк кирэк "
                    + "кирак булмый булды кеше балалар йорт хакимият шәһәр әйтегез зинһар зинхар әле дип безгә безга сезгә "
                    + "сезга юлы урамы нәрсә нарсэ бармы микән"),
    /** Bashkir. */
    BASHKIR(
            "ba",
            "ҙҡғ",
            "менән менэн мәнән өсөн осон беҙҙең һеҙҙең ниңә ҡасан ҡайҙа һәм ауылда ауыл һыу эшләмәй бөгөн кисә юҡ кәрәк "
                    + "кэрэк ярҙам булманы һаумыһығыҙ рәхмәт бик урамда күп кеше беҙгә ҡала юлдар булды"),
    /** Chuvash; its letters are often taken from Latin. */
    CHUVASH(
            "cv",
            "ӑӗӳăĕ",
            "мӗн мӗншӗн меншен хӑҫан эпир эсир пирӗн пирен сирӗн шыв шывӗ тавтапуҫ тавтапус тавах ҫук сук ҫул ялта урамра "
                    + "ҫынсем сынсем пур ӗҫлемест кирлӗ кирле ача ачасем ӑшӑ паян ӗнер пулӑш пулашар халӑх ыра кун нимӗн"),
    /** Erzya or Moksha, which have no letters of their own. */
    MORDVIN(
            "myv",
            "",
            "шумбрат шумбратада шумбрачи кода эрят эряви мезе минь тынь веле велесэ велесь велеса ведесь кудо кудось кудса "
                    + "арась апак сюкпря сюкпрят эйкакш эйкакшт бути зярс зярдо мзярда косо ульнесь ульсь лиссь умонь цебярь "
                    + "тядя монь тонь минек тынк паро вадря ашезь аволь эрямо вельмя"),
    /** Another one, written with letters that Russian does not have. */
    OTHER("und", "", "");

    private final String code;
    private final String letters;
    private final String words;

    Language(String code, String letters, String words) {
        this.code = code;
        this.letters = letters;
        this.words = words;
    }

    /**
     * Returns the code of the language.
     *
     * @return BCP 47: {@code ru}, {@code tt}, {@code ba}, {@code cv}, {@code myv}, or {@code und} for another
     */
    public String code() {
        return code;
    }

    /**
     * Finds a language by its code.
     *
     * @param code as {@link #code()} gives it
     * @return the language; {@link #OTHER} for a code that none has
     */
    public static Language ofCode(String code) {
        for (Language language : values()) {
            if (language.code.equals(code.toLowerCase(Locale.ROOT))) {
                return language;
            }
        }
        return OTHER;
    }

    /**
     * Tells the language of a text.
     *
     * @param text the characters
     * @param tokens their scan
     * @return {@link #RUSSIAN} where nothing speaks for another
     */
    public static Language of(CharSequence text, Tokens tokens) {
        return LanguageWords.language(text, tokens);
    }

    boolean hasLetter(char letter) {
        return letters.indexOf(letter) >= 0;
    }

    String[] frequentWords() {
        return words.isEmpty() ? new String[0] : words.split(" ");
    }
}
