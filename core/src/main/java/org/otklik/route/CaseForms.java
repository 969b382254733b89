package org.otklik.route;

/**
 * An official name in the six Russian cases, so that letters and answers can be written around it; immutable.
 *
 * @param nominative именительный: «министерство здравоохранения»
 * @param genitive родительный: «министерства здравоохранения»
 * @param dative дательный: «министерству здравоохранения»
 * @param accusative винительный: «министерство здравоохранения»
 * @param instrumental творительный: «министерством здравоохранения»
 * @param prepositional предложный, without its preposition: «министерстве здравоохранения»
 */
public record CaseForms(
        String nominative,
        String genitive,
        String dative,
        String accusative,
        String instrumental,
        String prepositional) {

    /** Checks that no form is blank. */
    public CaseForms {
        requireText(nominative, "nominative");
        requireText(genitive, "genitive");
        requireText(dative, "dative");
        requireText(accusative, "accusative");
        requireText(instrumental, "instrumental");
        requireText(prepositional, "prepositional");
    }

    private static void requireText(String form, String grammaticalCase) {
        if (form.isBlank()) {
            throw new IllegalArgumentException("The " + grammaticalCase + " of an official name is blank.");
        }
    }

    @Override
    public String toString() {
        return nominative;
    }
}
