/** X against its fake: contracts, scenarios with a desk, storms. */
package org.otklik.adapters.twitter;
