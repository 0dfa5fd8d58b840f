/** An app of somebody who uses the library, as small as it gets; what README.md shows is taken from here. */
package io.github.streamingimage.infra.example;
