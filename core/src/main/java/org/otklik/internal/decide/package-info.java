/** What a captured post is: understood outside any transaction, committed with a version check. */
@NullMarked
package org.otklik.internal.decide;

import org.jspecify.annotations.NullMarked;
