package org.otklik.place;

import org.otklik.text.Tokens;
import org.otklik.text.WordSet;

/** Tells a surname from a place by the words beside it; stateless. */
final class Persons {

    private static final WordSet FIRST_NAMES = NameForms.setOf(
            "александр алексей анатолий пальмиро андрей антон аркадий артем артур борис вадим валентин валерий василий виктор виталий "
                    + "владимир владислав вячеслав геннадий георгий глеб григорий давид даниил денис дмитрий евгений егор иван игорь "
                    + "илья кирилл константин лев леонид максим марк матвей михаил никита николай олег павел петр роберт роман руслан "
                    + "сергей семен станислав степан тимур тимофей федор эдуард юрий яков ярослав алишер ильдар марат ринат рустам "
                    + "александра алена алина алла анастасия ангелина анна валентина валерия вера вероника виктория галина дарья "
                    + "диана евгения екатерина елена елизавета жанна зинаида зоя инна ирина карина клавдия клара ксения лариса лидия "
                    + "людмила маргарита марина мария надежда наталья наталия нина оксана ольга полина раиса светлана софья тамара "
                    + "таисия татьяна ульяна юлия яна саша леша дима женя коля костя миша паша петя сережа слава стас толя юра аня даша "
                    + "катя лена маша настя наташа оля оксана рита таня юля олеся клим карл");
    private static final WordSet TITLES = NameForms.setOf(
            "депутат врач доктор хирург педиатр терапевт стоматолог тренер учитель репетитор адвокат следователь директор актер "
                    + "артист певец писатель поэт режиссер художник композитор комиссар боец кинолог сантехник слесарь мастер "
                    + "воспитатель преподаватель профессор блогер ведущий помещик князь граф царь майор капитан полковник генерал "
                    + "лейтенант сержант товарищ господин госпожа гражданин исполнитель певица актриса учительница сосед соседка мистер "
                    + "чиновник министр губернатор мэр водитель кондуктор участковый инженер психолог риелтор тренерша");
    private static final WordSet DEEDS = WordSet.of(
            "сказал сказала говорит сообщил сообщила ответил ответила обещал обещала "
                    + "пообещал заявил заявила написал написала пишет поет пел спел спела сыграл сыграла выиграл выиграла снял сняла "
                    + "забил выступил выступит ушел ушла рассказал рассказала пришел пришла прислал принял приняла грубит хамит врет "
                    + "уехал уехала умер умерла родился родилась женился погиб убил играет ведет вел читает прочитал проиграл победил");

    private Persons() {}

    static boolean isFirstName(long word) {
        return FIRST_NAMES.has(word);
    }

    /** Tells whether a name stands beside a first name, a title, initials or a patronymic, or does what people do. */
    static boolean isOne(SegmentText text, NameGroup group, int first, int last) {
        Tokens tokens = text.tokens();
        if (first > 0 && !tokens.beginsSentence(first)) {
            int before = first - 1;
            boolean told = FIRST_NAMES.has(tokens, before) || isInitial(text, before);
            boolean titled = TITLES.has(tokens, before) && !tokens.followsComma(first);
            if (told || titled || isPatronymic(text, before)) {
                return true;
            }
        }
        int after = last + 1;
        if (after >= tokens.size() || tokens.beginsSentence(after)) {
            return false;
        }
        boolean surname = group.traits().adjective() || group.traits().isPersonal(tokens.word(last));
        return (!tokens.followsComma(after)
                        && (FIRST_NAMES.has(tokens, after) || isInitial(text, after) || isPatronymic(text, after)))
                || (surname && DEEDS.has(tokens, after));
    }

    private static boolean isInitial(SegmentText text, int token) {
        Tokens tokens = text.tokens();
        return tokens.end(token) - tokens.start(token) == 1
                && tokens.isCapitalised(token)
                && !tokens.isNumber(token)
                && text.hasStopAfter(token)
                && !DOTTED_KINDS.has(tokens, token);
    }

    private static final WordSet DOTTED_KINDS = WordSet.of("с д г п х м о");

    private static boolean isPatronymic(SegmentText text, int token) {
        Tokens tokens = text.tokens();
        return tokens.isCapitalised(token)
                && tokens.end(token) - tokens.start(token) > 6
                && (text.hasEnding(token, "вич", 2) || text.hasEnding(token, "вн", 2));
    }
}
