package org.otklik.spi.storage;

import java.util.Collection;
import java.util.Map;
import org.otklik.post.Pseudonym;

/** Keeps who stands behind a pseudonym, apart and erasable. */
public interface AuthorStore {

    /**
     * Remembers authors; the latest name wins, by time of seeing.
     *
     * @param rows the authors
     */
    void remember(Collection<AuthorRow> rows);

    /**
     * Finds authors.
     *
     * @param pseudonyms which
     * @return those that are known, by pseudonym
     */
    Map<Pseudonym, AuthorRow> find(Collection<Pseudonym> pseudonyms);

    /**
     * Forgets an author.
     *
     * @param pseudonym which
     * @return true if he was known
     */
    boolean forget(Pseudonym pseudonym);
}
