/** The adapter of Odnoklassniki against its fake: contracts, the judge of its requests, samples and whole days. */
package org.otklik.adapters.ok;
