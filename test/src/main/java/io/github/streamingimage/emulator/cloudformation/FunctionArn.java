package io.github.streamingimage.emulator.cloudformation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of the function behind the custom resources, which is their ServiceToken; stacks live in its region and account.
 *
 * @param value {@code arn:<partition>:lambda:<region>:<account>:function:<name>}
 */
record FunctionArn(String value, String partition, String region, String account) {

    private static final Pattern FORMAT = Pattern.compile("arn:([^:]+):lambda:([^:]+):(\\d{12}):function:[^:]+");

    static FunctionArn parse(String value) {
        Matcher matcher = FORMAT.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("serviceToken: must be the ARN of a Lambda function");
        }
        return new FunctionArn(value, matcher.group(1), matcher.group(2), matcher.group(3));
    }
}
