/** AppStream 2.0, now Amazon WorkSpaces Applications: everything about its images, their property, ids, attributes, states and errors. */
package io.github.streamingimage.appstream;
