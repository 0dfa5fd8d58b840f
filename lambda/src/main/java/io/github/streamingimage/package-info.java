/** The function: its entry point, and what each request of the resource's life becomes. */
package io.github.streamingimage;
