/** Tests of what the documents say: files, tests, commands and snippets that they name, failure codes and log queries. */
package io.github.streamingimage.documents;
