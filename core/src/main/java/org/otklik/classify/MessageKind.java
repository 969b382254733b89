package org.otklik.classify;

/** What a message wants, as the regional practice sorts them. */
public enum MessageKind {
    /** Something is wrong and must be put right (жалоба). */
    COMPLAINT,
    /** The author asks and waits for an answer (вопрос). */
    QUESTION,
    /** The author tells what he thinks of a service (отзыв). */
    REVIEW,
    /** The author thanks (благодарность). */
    GRATITUDE,
    /** The author is angry at the authorities but names nothing to put right (негатив). */
    NEGATIVE,
    /** The author suggests something new (предложение). */
    PROPOSAL,
    /** An incident of none of these kinds. */
    OTHER
}
