/** CloudFormation's custom-resource protocol: the request, the response, and its delivery. */
package io.github.streamingimage.customresource;
