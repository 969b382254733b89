/** A small invented region, for tests of applications and as a proof that no code knows a real one. */
@NullMarked
package org.otklik.testkit.regions;

import org.jspecify.annotations.NullMarked;
