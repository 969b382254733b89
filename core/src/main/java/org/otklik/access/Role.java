package org.otklik.access;

/** The roles of the work; one person may hold several. "The administrator" is COORDINATOR and APPROVER together. */
public enum Role {
    /** The desk itself. */
    SYSTEM,
    /** модератор: decides what is an incident. */
    MODERATOR,
    /** координатор, региональный администратор: routes, redirects, accepts answers, closes. */
    COORDINATOR,
    /** куратор органа: accepts and declines for his body. */
    CURATOR,
    /** исполнитель: accepts, drafts and submits answers for his body. */
    EXECUTOR,
    /** согласующий: approves or returns the drafts of others. */
    APPROVER,
    /** публикатор: enables, stops and resolves publishing. */
    PUBLISHER,
    /** контролёр: confirms outcomes of instructions, closes and reopens incidents. */
    CONTROLLER,
    /** руководитель, губернатор: issues instructions. */
    HEAD,
    /** ответственный за персональные данные: sees and erases authors. */
    PRIVACY_OFFICER,
    /** аудитор: reads everything but authors, changes nothing. */
    AUDITOR
}
