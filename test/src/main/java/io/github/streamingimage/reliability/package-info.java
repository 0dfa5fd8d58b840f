/**
 * What shows that the tests would notice: the report on reliability ({@link io.github.streamingimage.reliability.Reliability}), put
 * together from mutation testing, fuzzing, killed processes and the simulation, and deliberate breakages ({@link
 * io.github.streamingimage.reliability.Breakages}), each of which some test has to notice.
 */
package io.github.streamingimage.reliability;
