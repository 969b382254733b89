package org.otklik.access;

import static org.otklik.access.Role.APPROVER;
import static org.otklik.access.Role.AUDITOR;
import static org.otklik.access.Role.CONTROLLER;
import static org.otklik.access.Role.COORDINATOR;
import static org.otklik.access.Role.CURATOR;
import static org.otklik.access.Role.EXECUTOR;
import static org.otklik.access.Role.HEAD;
import static org.otklik.access.Role.MODERATOR;
import static org.otklik.access.Role.PRIVACY_OFFICER;
import static org.otklik.access.Role.PUBLISHER;
import static org.otklik.access.Role.SYSTEM;

import java.util.Set;

/** Everything that can be asked of the desk, each with the roles that may ask by default. */
public enum Operation {
    /** Take a post into the desk by hand. */
    REGISTER_POST(MODERATOR, COORDINATOR, CURATOR),
    /** Read the review queue. */
    VIEW_SIGNALS(MODERATOR, COORDINATOR, AUDITOR),
    /** Make an incident of a post. */
    PROMOTE(SYSTEM, MODERATOR, COORDINATOR),
    /** Attach a post to an incident. */
    ATTACH(SYSTEM, MODERATOR, COORDINATOR),
    /** Decide that a post is no incident, with a reason. */
    DISMISS(SYSTEM, MODERATOR, COORDINATOR),
    /** Bring a dismissed post back to the review queue. */
    RESTORE_SIGNAL(MODERATOR, COORDINATOR),
    /** Read an incident. */
    VIEW_INCIDENT(
            MODERATOR, COORDINATOR, CURATOR, EXECUTOR, APPROVER, PUBLISHER, CONTROLLER, HEAD, AUDITOR, PRIVACY_OFFICER),
    /** See who wrote a post. */
    VIEW_AUTHOR(MODERATOR, COORDINATOR, PRIVACY_OFFICER),
    /** Correct kind, topic or place. */
    REASSESS(SYSTEM, MODERATOR, COORDINATOR),
    /** Name the lead body. */
    ROUTE(SYSTEM, COORDINATOR),
    /** Take an incident into work. */
    ACCEPT(CURATOR, EXECUTOR),
    /** Take an incident away from a body that did not accept it in time. */
    EXPIRE_ACCEPTANCE(SYSTEM),
    /** Say that another body is competent. */
    DECLINE(CURATOR, EXECUTOR),
    /** Move an incident to another body. */
    REDIRECT(COORDINATOR),
    /** Add a co-executor. */
    ADD_CO_EXECUTOR(COORDINATOR, CURATOR),
    /** Write the draft of a reply. */
    DRAFT(EXECUTOR, CURATOR, COORDINATOR),
    /** Hand a draft in for approval. */
    SUBMIT_REPLY(EXECUTOR, CURATOR, COORDINATOR),
    /** Return a draft for rework. */
    REQUEST_REWORK(APPROVER),
    /** Approve the draft of another person. */
    APPROVE(APPROVER),
    /** Record what became of a publication. */
    RECORD_PUBLICATION(SYSTEM),
    /** Say what became of a publication whose outcome is unknown. */
    RESOLVE_PUBLICATION(PUBLISHER, COORDINATOR),
    /** Stop or resume publishing. */
    SWITCH_PUBLISHING(PUBLISHER, COORDINATOR),
    /** See whether accounts work, and what queries bring. */
    VIEW_HEALTH(PUBLISHER, COORDINATOR, MODERATOR, AUDITOR),
    /** Let notices that were held be told again. */
    TELL_AGAIN(PUBLISHER, COORDINATOR),
    /** Register an answer that an official gave himself. */
    REGISTER_ANSWER(SYSTEM, EXECUTOR, CURATOR, COORDINATOR, MODERATOR),
    /** Accept such an answer as the answer of the incident, or decline it. */
    JUDGE_ANSWER(COORDINATOR),
    /** Set an incident aside until a promised date. */
    POSTPONE(COORDINATOR),
    /** Take a postponed incident up again. */
    RESUME(SYSTEM, EXECUTOR, CURATOR, COORDINATOR),
    /** Close an incident with its outcome. */
    CLOSE(SYSTEM, CONTROLLER, COORDINATOR),
    /** Open an answered or closed incident again. */
    REOPEN(SYSTEM, CONTROLLER, COORDINATOR),
    /** Decide that an incident was none. */
    REJECT(MODERATOR, COORDINATOR),
    /** Take that decision back. */
    RESTORE(COORDINATOR, CONTROLLER),
    /** Join an incident into another. */
    MERGE(MODERATOR, COORDINATOR),
    /** Take a joining back. */
    UNMERGE(COORDINATOR),
    /** Record that a post of the incident is gone. */
    MARK_SOURCE_GONE(SYSTEM),
    /** Record that a post came to an incident that was already answered. */
    TAKE_LATE_POST(SYSTEM, MODERATOR, COORDINATOR),
    /** Pause a body's clock. */
    PAUSE_CLOCK(COORDINATOR),
    /** Let a paused clock run again. */
    RESUME_CLOCK(SYSTEM, COORDINATOR),
    /** Bring running clocks under today's policy. */
    APPLY_POLICY(COORDINATOR),
    /** Record a warning or a breach of a clock. */
    RECORD_DEADLINE(SYSTEM),
    /** Say that a post needs no answer, with a reason. */
    WAIVE(COORDINATOR),
    /** Link a number in another system. */
    LINK_EXTERNAL(COORDINATOR, CURATOR, EXECUTOR, MODERATOR),
    /** Read instructions. */
    VIEW_INSTRUCTION(HEAD, CONTROLLER, COORDINATOR, CURATOR, EXECUTOR, AUDITOR),
    /** Issue an instruction. */
    ISSUE_INSTRUCTION(HEAD, CONTROLLER),
    /** Accept and report on an instruction. */
    WORK_ON_INSTRUCTION(CURATOR, EXECUTOR),
    /** Confirm the outcome of an instruction, return it, or decide on an extension. */
    CONTROL_INSTRUCTION(CONTROLLER),
    /** Withdraw an instruction. */
    CANCEL_INSTRUCTION(HEAD),
    /** Read reports. */
    VIEW_REPORT(MODERATOR, COORDINATOR, CONTROLLER, HEAD, AUDITOR, CURATOR),
    /** Take closed incidents of an earlier system over. */
    IMPORT_HISTORY(COORDINATOR),
    /** Follow what happens, for other systems. */
    FOLLOW_EVENTS(COORDINATOR, AUDITOR, CURATOR),
    /** Erase what the desk knows of an author. */
    ERASE_AUTHOR(PRIVACY_OFFICER),
    /** Read who saw or erased whose name. */
    VIEW_ACCESSES(PRIVACY_OFFICER, AUDITOR),
    /** Drop what was kept long enough, or see what would go. */
    APPLY_RETENTION(PRIVACY_OFFICER);

    private final Set<Role> roles;

    Operation(Role... roles) {
        this.roles = Set.of(roles);
    }

    /**
     * Lists who may ask for this by default.
     *
     * @return immutable
     */
    public Set<Role> roles() {
        return roles;
    }
}
