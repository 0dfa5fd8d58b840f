/** Input that nobody who keeps the protocols sends: JSON texts, values and events for property-based tests to vary. */
package io.github.streamingimage.hostile;
