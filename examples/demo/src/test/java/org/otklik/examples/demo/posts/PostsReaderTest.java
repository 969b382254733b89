package org.otklik.examples.demo.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostsReaderTest {

    private final PostsReader reader = new PostsReader(ZoneId.of("Europe/Samara"));

    private PostsFile read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(PostsFile file) {
        return file.lines().stream().map(line -> line.content().text()).toList();
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';'})
    void csv_is_read_with_either_separator(char separator) {
        PostsFile file = read("id" + separator + "text\n1" + separator + "Яма на дороге\n");

        assertEquals(List.of("Яма на дороге"), texts(file));
        assertEquals(List.of(), file.badRows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251"})
    void csv_is_read_in_either_encoding(String charset) {
        byte[] bytes = "id;text\n1;Ёлки у подъезда не убраны\n".getBytes(Charset.forName(charset));

        assertEquals(List.of("Ёлки у подъезда не убраны"), texts(reader.read(bytes)));
    }

    @Test
    void a_byte_order_mark_does_not_hide_the_first_column() {
        PostsFile file = read("\uFEFFid,text\n7,Свет\n");

        assertEquals("7", file.lines().get(0).id());
    }

    @Test
    void a_quoted_cell_keeps_separators_quotes_and_line_breaks() {
        PostsFile file = read("id,text\r\n1,\"Нет воды,\r\nговорят «авария», \"\"ждите\"\"\"\r\n2,Да\r\n");

        assertEquals(List.of("Нет воды,\nговорят «авария», \"ждите\"", "Да"), texts(file));
        assertEquals(4, file.lines().get(1).line());
    }

    @Test
    void columns_are_found_by_name_and_others_are_passed_over() {
        PostsFile file = read("theme,Text,ID,network,author,publishedAt,replyTo,page\n"
                + "x,Ответ,2,ok,ivan,2026-11-19 09:30,1,samara_ok\n");

        PostLine line = file.lines().get(0);

        assertEquals("2", line.id());
        assertEquals(Optional.of("ok"), line.network());
        assertEquals(Optional.of("ivan"), line.author().map(PostLine.Author::id));
        assertEquals(Optional.of(Instant.parse("2026-11-19T05:30:00Z")), line.at());
        assertEquals(Optional.of("1"), line.replyTo());
        assertEquals(Optional.of("samara_ok"), line.page());
    }

    @Test
    void bad_rows_are_told_with_their_lines_and_the_rest_goes_on() {
        PostsFile file = read(
                "id,text,publishedAt\n1,Хорошо,\n,Без номера,\n3,,\n4,Когда-то,вчера\n5,а,,лишнее,и ещё\n6,Дальше,\n");

        assertEquals(List.of("Хорошо", "Дальше"), texts(file));
        assertEquals(
                List.of(3L, 4L, 5L, 6L),
                file.badRows().stream().map(BadRow::line).toList());
    }

    @Test
    void an_open_quotation_mark_costs_its_own_line_only() {
        PostsFile file = read("id,text\n1,Первое\n2,\"кавычка\n3,Третье\n4,\"Четвёртое, целиком\"\n5,Пятое\n");

        assertEquals(List.of("Первое", "Третье", "Четвёртое, целиком", "Пятое"), texts(file));
        assertEquals(List.of(3L), file.badRows().stream().map(BadRow::line).toList());
    }

    @Test
    void json_lines_are_read_and_bad_ones_told() {
        PostsFile file = read(
                "{\"id\":\"a\",\"text\":\"Снег\"}\n\nне json\n{\"text\":\"без номера\"}\n[1]\n{\"id\":5,\"text\":\"Лёд\"}\n");

        assertEquals(List.of("Снег", "Лёд"), texts(file));
        assertEquals(
                List.of(3L, 4L, 5L), file.badRows().stream().map(BadRow::line).toList());
    }

    @Test
    void a_file_without_the_needed_columns_is_refused_in_words() {
        PostsFileException refusal = assertThrows(PostsFileException.class, () -> read("number,message\n1,a\n"));

        assertTrue(String.valueOf(refusal.getMessage()).contains("id и text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "id,text\n"})
    void a_file_without_posts_is_refused(String text) {
        assertThrows(PostsFileException.class, () -> read(text));
    }

    @Test
    void a_missing_file_is_named() {
        PostsFileException refusal =
                assertThrows(PostsFileException.class, () -> reader.read(Path.of("no-such-file.csv")));

        assertTrue(String.valueOf(refusal.getMessage()).contains("no-such-file.csv"));
    }
}
