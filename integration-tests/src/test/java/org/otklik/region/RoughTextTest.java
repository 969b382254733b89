package org.otklik.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.Region;
import org.otklik.classify.Classification;
import org.otklik.classify.Classification.Candidate;
import org.otklik.classify.Classification.HandOver;
import org.otklik.classify.Classification.NotAnIncident;
import org.otklik.classify.Classification.Unsure;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.id.TopicId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.Evidence;
import org.otklik.text.Language;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

/** Posts as people write them, decided by the rules of the Samara pack and nothing else. */
class RoughTextTest {

    private static final Classifier CLASSIFIER = classifier();

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "typos => roads.potholes => Здраствуйте на дароге у школы агромная яма, все колеса пробили, када зделают",
                "slang => housing.management => управляйка забила на дом, дозвониться нереал, ваще не чешутся",
                "hashtags => housing.hot-water => #Самара #нет_горячей_воды уже #неделю #позор",
                "emoji => waste.collection => 😡😡🤬 опять не вывозят мусор 🗑️🗑️ третий день ‼️ баки полные 🐀",
                "markup of VK => roads.snow => [id123456|Иван Петров], дорогу так и не почистили, [club77|Мэрия], ау",
                "markup of HTML => improvement.lighting => <p>Добрый&nbsp;день!</p><br/>Не&nbsp;горят <b>фонари</b> &quot;на Мира&quot; &amp; во дворе",
                "Latin look-alikes => housing.heating => B квapтиpe xoлoдно, бaтapeи лeдяныe, oтoплeния нeт c пoнeдeльникa",
                "capitals => energy.outage => ТРЕТИЙ ДЕНЬ НЕТ СВЕТА В СЕЛЕ КОГДА ДАДУТ ЭЛЕКТРИЧЕСТВО",
                "no punctuation => housing.elevator => лифт не работает вторую неделю пятый подъезд мама инвалид на девятом этаже",
                "ё for е => housing.roof => теч\u0451т крыша залило квартиру на пятом этаже",
                "й of two characters => transport.schedule => Трамваи\u0306 не ходит уже час, стоим"
            })
    void a_complaint_is_understood_however_it_is_dressed(String dress, String topic, String text) {
        Candidate candidate = assertInstanceOf(Candidate.class, decided(text), dress);

        assertEquals(Optional.of(TopicId.of(topic)), candidate.topic(), dress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u00AD", "\u2060", "\uFEFF"})
    void marks_without_width_inside_words_hide_nothing(String mark) {
        String text = "Нет горячей воды в доме вторую неделю".replace("о", "о" + mark);

        Candidate candidate = assertInstanceOf(Candidate.class, decided(text));

        assertEquals(Optional.of(TopicId.of("housing.hot-water")), candidate.topic());
    }

    @Test
    void a_comment_that_says_nothing_alone_is_understood_under_its_parent() {
        Post comment = Post.builder(PostId.of("vk", "2"), Instant.EPOCH)
                .text("[id5|Анна], у нас на Победы то же самое((")
                .discussion(Discussion.under(PostId.of("vk", "1"), "Третий день нет горячей воды, Гагарина 10"))
                .build();

        Candidate candidate = assertInstanceOf(Candidate.class, CLASSIFIER.classify(PostText.of(comment)));

        assertEquals(Optional.of(TopicId.of("housing.hot-water")), candidate.topic());
        assertThat(candidate.evidence()).anyMatch(one -> one.segment() == Segment.PARENT);
    }

    @Test
    void the_evidence_names_rules_of_the_pack_and_the_words_that_matched_in_the_text_as_written() {
        String text = "<p>😡 [id1|Пётр], на Мира НЕ&nbsp;ГОРЯТ фонари</p>";

        Evidence first = decided(text).evidence().get(0);

        assertEquals("improvement.lighting.trouble", first.rule());
        assertEquals("НЕ&nbsp;ГОРЯТ фонари", text.substring(first.start(), first.end()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPAM | Заработок без вложений! От 5000 в день, переходи по ссылке в профиле, осталось 3 места",
                "ADVERTISEMENT | Продаю гараж у дороги, звоните в личку",
                "INSULT_ONLY | Сами вы дураки и уроды"
            })
    void what_is_owed_no_answer_is_put_aside_with_its_reason(NotAnIncident.Reason reason, String text) {
        assertEquals(
                reason, assertInstanceOf(NotAnIncident.class, decided(text)).reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUICIDE_RISK | Устала от всего. НЕ ХОЧУ БОЛЬШЕ ЖИТЬ...",
                "CRIME | Сосед избивает детей, крики каждую ночь, помогите, Победы 5",
                "FORMAL_APPEAL | На Мира яма. Прошу рассмотреть в порядке 59-ФЗ и ответить письменно"
            })
    void what_no_routine_answer_may_meet_is_handed_over_with_its_evidence(HandOver.Reason reason, String text) {
        HandOver handOver = assertInstanceOf(HandOver.class, decided(text));

        assertEquals(reason, handOver.reason());
        assertThat(handOver.evidence()).isNotEmpty().allMatch(one -> one.rule().startsWith("handover."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TATAR | Исәнмесез, безнең урамда ут юк, кайчан җибәрәсез?",
                "BASHKIR | Һаумыһығыҙ, беҙҙең урамда өс көн һыу юҡ, ҡасан була?",
                "CHUVASH | Пирӗн урамра шыв ҫук, хӑҫан пулать?",
                "MORDVIN | Шумбратада! Минек велесэ ведь арась, кода эрямо?"
            })
    void another_language_of_the_region_goes_to_a_person_with_its_name(Language language, String text) {
        Unsure unsure = assertInstanceOf(Unsure.class, decided(text));

        assertEquals(Unsure.Reason.FOREIGN_LANGUAGE, unsure.reason());
        assertEquals(Optional.of(language), unsure.language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Здравствуйте!", "Добрый день.", "Спасибо, родная, за вечер", "какой красивый закат 🌅"})
    void a_greeting_and_small_talk_open_nothing(String text) {
        assertThat(decided(text)).isNotInstanceOf(Candidate.class);
    }

    private static Classification decided(String text) {
        return CLASSIFIER.classify(PostText.of(
                Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build()));
    }

    private static Classifier classifier() {
        Region samara = Packs.samara();
        return RuleClassifier.of(samara.lexicon(), samara.topics());
    }
}
