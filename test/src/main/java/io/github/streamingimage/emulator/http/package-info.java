/** What the servers of all emulators have in common. */
package io.github.streamingimage.emulator.http;
