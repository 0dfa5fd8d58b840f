/**
 * The emulated region: {@link io.github.streamingimage.emulator.EmulatedRegion} wires the emulators of Nimble Studio, CloudFormation,
 * Lambda and Step Functions, each in a package of its own, as one account. The packages below say what was verified against what.
 */
package io.github.streamingimage.emulator;
