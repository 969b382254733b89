/** What the documents say is held against the code. */
package org.otklik.docs;
