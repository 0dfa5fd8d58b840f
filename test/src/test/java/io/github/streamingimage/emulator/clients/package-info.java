/** Tests with clients of AWS for other languages, as processes of their own, against the running emulators. */
package io.github.streamingimage.emulator.clients;
