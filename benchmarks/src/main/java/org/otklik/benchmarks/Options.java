package org.otklik.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.Region;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;

/**
 * What the command line asks for; immutable.
 *
 * @param values by the name of the option
 */
public record Options(Map<String, String> values) {

    static Options of(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        String name = "";
        for (String argument : arguments) {
            boolean isName = argument.startsWith("-");
            name = isName ? argument : name;
            values.put(name, isName ? "" : argument);
        }
        return new Options(Map.copyOf(values));
    }

    /**
     * Tells how much is to be measured.
     *
     * @param standard unless told
     * @return the number
     */
    public int count(int standard) {
        return number("-n", standard);
    }

    int forks() {
        return number("-forks", 3);
    }

    /**
     * Tells which networks are to be measured.
     *
     * @param all that can be
     * @return the one that is named, or all
     */
    public List<String> networks(List<String> all) {
        String value = values.get("-network");
        return value == null ? all : List.of(value);
    }

    /**
     * Reads a number.
     *
     * @param name of the option
     * @param standard unless told
     * @return the number
     */
    public int number(String name, int standard) {
        String value = values.get(name);
        return value == null ? standard : Integer.parseInt(value);
    }

    /**
     * Tells which half of the labelled texts to measure.
     *
     * @return that for figures unless the other is named
     */
    public Half half() {
        return Half.named(values.getOrDefault("-half", "test"));
    }

    /**
     * Finds the labelled texts.
     *
     * @return their folder
     */
    public Path data() {
        String value = values.get("-data");
        return value == null ? root().resolve("../shared/data") : Path.of(value);
    }

    /**
     * Tells whether a switch is set.
     *
     * @param name such as {@code -wrong}
     * @return true if it is
     */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The file that an option names, if it does. */
    @Nullable
    Path file(String name) {
        String value = values.get(name);
        return value == null ? null : Path.of(value);
    }

    /**
     * Reads a text.
     *
     * @param name of the option
     * @param standard unless told
     * @return the text
     */
    public String text(String name, String standard) {
        return values.getOrDefault(name, standard);
    }

    static Path root() {
        return Path.of(System.getProperty("otklik.root", "."));
    }

    /** The folder for what a benchmark writes; the build clears it. */
    static Path target() {
        return root().resolve("benchmarks").resolve("target");
    }

    /** The default classifier as the Samara pack makes it: rules, nothing learned. */
    static Classifier samaraRules() {
        Region region = samara();
        return RuleClassifier.of(region.lexicon(), region.topics());
    }

    /**
     * Loads the region in which benchmarks play.
     *
     * @return the Samara region
     */
    public static Region samara() {
        return Region.fromResources(Options.class.getClassLoader(), "regions/samara");
    }
}
