package org.otklik.training;

/**
 * What weighs how much; the figures were chosen by cross-validation within the training rows of two cities' appeals.
 *
 * @param cost how dear a mistake on a training row is to the solver
 * @param stems weight of stems
 * @param parts weight of parts of words
 * @param pairs weight of pairs
 * @param signs weight of rules and places
 * @param contrast weight of what counting finds beside what the solver finds
 * @param titles how many rows the title of a label counts for
 * @param fewest in how many texts a pair or part must stand
 */
record Recipe(
        double cost, double stems, double parts, double pairs, double signs, double contrast, int titles, int fewest) {

    static final Recipe STANDARD = new Recipe(1, 0.7, 0.7, 0.55, 0.45, 0.6, 1, 2);
}
