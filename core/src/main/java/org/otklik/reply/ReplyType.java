package org.otklik.reply;

/** What a reply does to its incident. */
public enum ReplyType {
    /** промежуточный ответ: names a date; the incident waits for it. */
    INTERIM,
    /** окончательный ответ: answers the post. */
    FINAL,
    /** уточняющий вопрос: asks the author; the body's clocks pause, the citizen's run on. */
    QUESTION
}
