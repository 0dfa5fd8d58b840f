/**
 * What every emulated service has in common, whatever its API: start reading at {@link
 * io.github.streamingimage.emulator.service.ServiceModel}, a service without HTTP on a clock that may be virtual. {@link
 * io.github.streamingimage.emulator.service.ServiceWire} makes responses of requests by way of it, and {@link
 * io.github.streamingimage.emulator.service.ServiceEndpoint} serves them over HTTP to whoever signs.
 *
 * <p>A service of its own subclasses model and wire, and adds its calls, errors, states, images and scripts.
 *
 * <p>A connection that is reset, rather than closed, is beyond the JDK's HTTP server: it has no access to the socket.
 */
package io.github.streamingimage.emulator.service;
