/** Posts from files: the bundled day, or the user's CSV and JSON Lines. */
@NullMarked
package org.otklik.examples.demo.posts;

import org.jspecify.annotations.NullMarked;
