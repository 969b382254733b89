package org.otklik.benchmarks.place;

/** How many places were rightly stated, wrongly stated and not stated; for one thread. */
final class Tally {

    private int right;
    private int wrong;
    private int none;

    void right() {
        right++;
    }

    void wrong() {
        wrong++;
    }

    void none() {
        none++;
    }

    int all() {
        return right + wrong + none;
    }

    double rightShare() {
        return (double) right / Math.max(1, all());
    }

    double wrongShare() {
        return (double) wrong / Math.max(1, all());
    }

    /** Share of texts in which any place was stated. */
    double statedShare() {
        return rightShare() + wrongShare();
    }

    int rights() {
        return right;
    }

    int wrongs() {
        return wrong;
    }
}
