/** The adapter of Odnoklassniki against its fake: contracts, the judge of its requests, samples and whole days. */
@NullMarked
package org.otklik.adapters.ok;

import org.jspecify.annotations.NullMarked;
