package org.otklik.internal.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.PackMistake;

class CsvFileTest {

    private final Mistakes mistakes = new Mistakes();

    @Test
    void quotes_commas_and_comments_are_read_and_lines_counted() {
        List<Entry> rows = read("# a comment\nid,name\r\n\none,\"Пётр \"\"Великий\"\", царь\"\n");

        assertEquals(1, rows.size());
        assertEquals(4, rows.get(0).line());
        assertEquals(Optional.of("Пётр \"Великий\", царь"), rows.get(0).text("name"));
        assertThat(mistakes.none()).isTrue();
    }

    @Test
    void a_row_with_too_few_cells_is_told_and_the_rest_is_read() {
        List<Entry> rows = read("id,name\none\ntwo,Два\n");

        assertEquals(1, rows.size());
        assertThat(mistakes.sorted()).containsExactly(new PackMistake("t.csv", 2, "csv.cells", List.of("1", "2")));
    }

    @Test
    void columns_that_are_missing_or_unknown_are_told_once() {
        read("id,nme\none,Один\n");

        assertThat(mistakes.sorted())
                .extracting(PackMistake::code)
                .containsExactly("csv.column-missing", "csv.column-unknown");
    }

    @Test
    void an_empty_table_is_told() {
        read("# nothing\n");

        assertThat(mistakes.sorted()).extracting(PackMistake::code).containsExactly("csv.empty");
    }

    private List<Entry> read(String text) {
        return CsvFile.read("t.csv", text, List.of("id", "name"), mistakes);
    }
}
