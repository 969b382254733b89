package org.otklik.adapters.json;

import org.otklik.OtklikException;

/** Thrown when bytes are no JSON, or more of it than anybody needs; quotes nothing of them. */
public final class UnreadableJson extends OtklikException {

    private static final long serialVersionUID = 1L;

    UnreadableJson(String message) {
        super(message);
    }
}
