/** What the demo tells at its end: a summary of at most 80 columns, in Russian. */
@NullMarked
package org.otklik.examples.demo.summary;

import org.jspecify.annotations.NullMarked;
