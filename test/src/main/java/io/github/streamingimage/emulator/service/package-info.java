/** What every emulated service has in common, whatever its API. */
package io.github.streamingimage.emulator.service;
