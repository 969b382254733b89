package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Columns COLUMNS = Columns.of("текст", "тема");

    @TempDir
    private Path folder;

    @Test
    void a_csv_file_gives_its_rows_in_order() throws IOException {
        Path file = write("a.csv", "id,текст,тема\n1,\"Яма, опять\nяма\",Дороги\n2,Нет воды,Вода\n");

        History history = History.read(file, COLUMNS);

        assertThat(history.posts())
                .containsExactly(new LabelledPost("Яма, опять\nяма", "Дороги"), new LabelledPost("Нет воды", "Вода"));
        assertThat(history.mistakes()).isEmpty();
    }

    @Test
    void a_csv_file_as_excel_writes_it_in_russia_is_read_too() throws IOException {
        Charset windows = Charset.forName("windows-1251");
        Path marked = write("marked.csv", "\uFEFFтекст;тема\nЯма, опять;Дороги\n");
        Path old = folder.resolve("old.csv");
        Files.writeString(old, "текст;тема\nЯма, опять;Дороги\n", windows);

        assertThat(History.read(marked, COLUMNS).posts()).containsExactly(new LabelledPost("Яма, опять", "Дороги"));
        assertThat(History.csv(old, windows, COLUMNS).posts()).hasSize(1);
    }

    @Test
    void a_bad_row_is_told_with_its_line_and_the_rest_goes_on() throws IOException {
        Path file =
                write("a.csv", "текст,тема\nЯма,Дороги\n,Дороги\nНет воды\nТемно, Свет ,Свет\nТемно,\nЛифт,Лифты\n");

        History history = History.read(file, COLUMNS);

        assertThat(history.posts()).extracting(LabelledPost::label).containsExactly("Дороги", "Лифты");
        assertThat(history.mistakes()).extracting(RowMistake::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(history.mistakes().get(0).message()).contains("'текст' is empty");
        assertThat(history.mistakes().get(1).message()).contains("1 fields and the first line 2");
        assertThat(history.mistakes().get(3).message()).contains("label the row");
    }

    @Test
    void a_missing_column_names_those_that_are_there() throws IOException {
        Path file = write("a.csv", "id,text\n1,Яма\n");

        assertThatThrownBy(() -> History.read(file, COLUMNS))
                .isInstanceOf(UnreadableHistoryException.class)
                .hasMessageContaining("no column 'текст'; it has [id, text]");
    }

    @Test
    void a_file_in_another_encoding_says_so() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "текст,тема\nЯма,Дороги\n", Charset.forName("windows-1251"));

        assertThatThrownBy(() -> History.read(file, COLUMNS)).hasMessageContaining("not in the encoding UTF-8");
    }

    @Test
    void a_missing_file_an_empty_one_and_an_unknown_kind_are_refused() throws IOException {
        Path empty = write("empty.csv", "");

        assertThatThrownBy(() -> History.read(folder.resolve("no.csv"), COLUMNS))
                .isInstanceOf(UnreadableHistoryException.class)
                .hasMessageContaining("NoSuchFile");
        assertThatThrownBy(() -> History.read(empty, COLUMNS)).hasMessageContaining("no column");
        assertThatThrownBy(() -> History.read(folder.resolve("no.xlsx"), COLUMNS))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> History.read(folder.resolve("a.doc"), COLUMNS))
                .hasMessageContaining("call the method of its kind");
    }

    @Test
    void a_workbook_gives_its_rows_with_numbers_as_they_are_shown() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream output = Files.newOutputStream(file);
                Workbook workbook = new Workbook(output, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Обращения");
            row(sheet, 0, "тема", "id", "текст");
            row(sheet, 1, "Дороги", 1, "Яма");
            row(sheet, 2, "", 2, "Темно");
            row(sheet, 3, 16, 3, "Нет воды");
        }

        History history = History.read(file, COLUMNS);

        assertThat(history.posts())
                .containsExactly(new LabelledPost("Яма", "Дороги"), new LabelledPost("Нет воды", "16"));
        assertThat(history.mistakes()).extracting(RowMistake::line).containsExactly(3L);
    }

    @Test
    void what_is_no_workbook_is_refused() throws IOException {
        Path file = write("a.xlsx", "no workbook at all");

        assertThatThrownBy(() -> History.read(file, COLUMNS))
                .isInstanceOf(UnreadableHistoryException.class)
                .hasMessageContaining("a.xlsx");
    }

    @Test
    void json_lines_give_their_rows_and_bad_lines_are_told() throws IOException {
        Path file = write("a.jsonl", """
                {"текст": "Яма", "тема": "Дороги"}

                {"текст": "Темно", "тема": null}
                {"текст": "обрыв
                [1, 2]
                {"текст": "Нет воды", "тема": 16}
                """);

        History history = History.read(file, COLUMNS);

        assertThat(history.posts())
                .containsExactly(new LabelledPost("Яма", "Дороги"), new LabelledPost("Нет воды", "16"));
        assertThat(history.mistakes()).extracting(RowMistake::line).containsExactly(3L, 4L, 5L);
        assertThat(history.mistakes().toString()).doesNotContain("Темно", "обрыв");
    }

    @Test
    void a_text_too_long_for_a_post_is_told() throws IOException {
        Path file = write("a.csv", "текст,тема\n" + "я".repeat(100_001) + ",Дороги\n");

        assertThat(History.read(file, COLUMNS).mistakes())
                .singleElement()
                .asString()
                .contains("100001 characters");
    }

    @Property(tries = 200)
    void any_bytes_are_read_or_refused_with_the_name_of_the_file(@ForAll byte[] bytes, @ForAll Kind kind)
            throws IOException {
        Path file = Files.createTempFile("history", "." + kind);
        try {
            Files.write(file, bytes);
            assertThat(History.read(file, COLUMNS).posts()).isEmpty();
            assertThat(kind).isEqualTo(Kind.jsonl);
        } catch (UnreadableHistoryException e) {
            assertThat(e).hasMessageContaining(file.toString());
        } finally {
            Files.delete(file);
        }
    }

    /** Endings of names. */
    enum Kind {
        csv,
        xlsx,
        jsonl
    }

    private static void row(Worksheet sheet, int row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Integer number) {
                sheet.value(row, i, number);
            } else {
                sheet.value(row, i, String.valueOf(values[i]));
            }
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
