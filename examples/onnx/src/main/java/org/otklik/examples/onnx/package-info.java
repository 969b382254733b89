/** A classifier that asks a neural network where rules do not know the topic. */
@NullMarked
package org.otklik.examples.onnx;

import org.jspecify.annotations.NullMarked;
