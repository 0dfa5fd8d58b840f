/** The rollback guard's view of CloudFormation. The only package that imports the CloudFormation client. */
package io.github.streamingimage.stack;
