/** Facebook and Instagram against their fake, judged by the networks' own descriptions. */
package org.otklik.adapters.meta;
