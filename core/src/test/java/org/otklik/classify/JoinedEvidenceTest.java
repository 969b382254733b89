package org.otklik.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.text.Evidence;

class JoinedEvidenceTest {

    private static final Evidence HOLE = Evidence.of("roads.holes", 3, 7);

    @Test
    void evidence_of_a_model_is_told_in_hundredths_where_it_stands() {
        LearnedEvidence learned =
                new LearnedEvidence(new int[] {LearnedEvidence.WORD, 105, 0, 4, LearnedEvidence.PLACE, 7, 0, 0});

        assertThat(learned)
                .containsExactly(Evidence.of("learned.word:+1.05", 0, 4), Evidence.of("learned.place:+0.07", 0, 0));
    }

    @Test
    void two_kinds_of_evidence_stand_one_behind_the_other() {
        LearnedEvidence learned = new LearnedEvidence(new int[] {LearnedEvidence.PAIR, 250, 1, 9});

        JoinedEvidence joined = new JoinedEvidence(learned, List.of(HOLE));

        assertThat(joined).containsExactly(Evidence.of("learned.pair:+2.50", 1, 9), HOLE);
        assertThatThrownBy(() -> joined.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> joined.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void what_somebody_adds_to_a_list_later_is_no_evidence() {
        List<Evidence> list = new ArrayList<>(List.of(HOLE));
        JoinedEvidence joined = new JoinedEvidence(list, List.of());

        list.clear();

        assertThat(joined).containsExactly(HOLE);
    }
}
