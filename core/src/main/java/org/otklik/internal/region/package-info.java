/** Reads a region pack file by file, checks what the files say about each other, and notes every mistake. */
@NullMarked
package org.otklik.internal.region;

import org.jspecify.annotations.NullMarked;
