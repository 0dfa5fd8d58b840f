/** CloudFormation's custom-resource protocol: the request, the answer, and its delivery. */
package io.github.streamingimage.customresource;
