package org.otklik.reply;

import java.time.Instant;
import org.otklik.id.DraftId;

/**
 * A person's consent to exactly one text, spoken by one account to named posts; immutable.
 *
 * @param draft what was approved
 * @param hash hash of text, account and targets that the approver saw
 * @param approver code of the actor, never the one who wrote the draft
 * @param at when
 */
public record Approval(DraftId draft, ReplyHash hash, String approver, Instant at) {}
