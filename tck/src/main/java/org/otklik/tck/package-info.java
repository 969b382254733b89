/** Contract kits: extend one small abstract class for each thing that an implementation declares to keep. */
@NullMarked
package org.otklik.tck;

import org.jspecify.annotations.NullMarked;
