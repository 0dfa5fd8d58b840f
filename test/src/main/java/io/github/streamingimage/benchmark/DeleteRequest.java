package io.github.streamingimage.benchmark;

import io.github.streamingimage.json.JsonWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** CloudFormation's Delete of the image of a service, the longest ServiceTimeout given. */
record DeleteRequest(MeasuredService service, Instant issuedAt) {

    static final String IMAGE = "image-1";
    static final String FUNCTION_ARN = "arn:aws:lambda:us-west-2:123456789012:function:streaming-image-deletion";
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    byte[] event() {
        Map<String, Object> properties = new HashMap<>(service.properties(IMAGE));
        properties.put("ServiceToken", FUNCTION_ARN);
        return JsonWriter.utf8(Map.of(
                "RequestType",
                "Delete",
                "RequestId",
                ID,
                "StackId",
                "arn:aws:cloudformation:us-west-2:123456789012:stack/images/1",
                "ResponseURL",
                "https://cloudformation-custom-resource-response-uswest2.s3.us-west-2.amazonaws.com/" + ID
                        + "?X-Amz-Date=" + AMZ_DATE.format(issuedAt) + "&X-Amz-Expires=7200",
                "ResourceType",
                service.resourceType(),
                "LogicalResourceId",
                "Image",
                "PhysicalResourceId",
                service.physicalResourceId(IMAGE),
                "ServiceTimeout",
                "3600",
                "ResourceProperties",
                properties));
    }
}
