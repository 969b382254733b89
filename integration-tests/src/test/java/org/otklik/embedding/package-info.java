/** How the library lives in other people's programs: beside older libraries, and on the module path. */
package org.otklik.embedding;
