package org.otklik.examples.demo.posts;

/**
 * A row that could not be read; the rest of the file was.
 *
 * @param line where it begins
 * @param reason why, in Russian
 */
public record BadRow(long line, String reason) {}
