package io.github.streamingimage.emulator.cloudformation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CloudFormation's Query API as its clients see it, without HTTP and signatures: what it says of stacks, and its errors. */
public final class QueryApi {

    public static final String DESCRIBE_STACKS = "DescribeStacks";
    public static final String LIST_STACK_RESOURCES = "ListStackResources";

    /** CloudFormation's own longest page of ListStackResources. */
    public static final int LONGEST_PAGE = 100;

    private static final String TOKEN = "after-";

    private QueryApi() {}

    /** A response with its body in XML. */
    public record QueryResponse(int status, byte[] xml) {}

    /** The parameters of a request's body. */
    public static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return form;
    }

    public static QueryResponse describeStacks(StackDescription stack) {
        return new QueryResponse(200, QueryXml.describeStacks(stack));
    }

    /**
     * One page, in the order of logical ids. A token names the last one of the page before, so that no resource is left out when others are
     * deleted between two pages (unverified: CloudFormation documents neither order nor token).
     *
     * @param token the parameter NextToken, if it was given
     */
    public static QueryResponse listStackResources(
            List<StackResource> resources, Optional<String> token, int pageLength) {
        if (token.isPresent() && !token.get().startsWith(TOKEN)) {
            return error(QueryError.validation("NextToken: is not one of this emulator's"));
        }
        String last = token.map(given -> given.substring(TOKEN.length())).orElse("");
        List<StackResource> left = resources.stream()
                .filter(resource -> resource.logicalId().compareTo(last) > 0)
                .sorted(Comparator.comparing(StackResource::logicalId))
                .toList();
        List<StackResource> listed = left.stream().limit(pageLength).toList();
        Optional<String> next = left.size() > pageLength
                ? Optional.of(TOKEN + listed.get(pageLength - 1).logicalId())
                : Optional.empty();
        return new QueryResponse(200, QueryXml.listStackResources(listed, next));
    }

    public static QueryResponse error(QueryError error) {
        return new QueryResponse(error.httpStatus(), QueryXml.error(error));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
