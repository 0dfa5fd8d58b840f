/** The name server of an emulated region: a real one, over UDP on loopback, so that nothing depends on the machine's. */
package io.github.streamingimage.emulator.dns;
