/** The text of a post, scanned once: tokens, folding, stems and the phrase automaton that rules and place names share. */
@NullMarked
package org.otklik.text;

import org.jspecify.annotations.NullMarked;
