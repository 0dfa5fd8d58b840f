/** A run as a document: JSON for machines, a page for people. */
package io.github.streamingimage.localrun.report;
