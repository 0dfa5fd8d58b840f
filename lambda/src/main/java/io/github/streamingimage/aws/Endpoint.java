package io.github.streamingimage.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where a service is found: {@code AWS_ENDPOINT_URL_<service>}, else {@code AWS_ENDPOINT_URL}, else the regional host name. FIPS and
 * dual-stack endpoints are not known here.
 */
final class Endpoint {

    static final String EVERY_SERVICE = "AWS_ENDPOINT_URL";

    /** The partitions other than {@code aws} whose host names end in another way. */
    private static final List<Partition> PARTITIONS = List.of(
            new Partition("cn-", "amazonaws.com.cn"),
            new Partition("eusc-", "amazonaws.eu"),
            new Partition("us-iso-", "c2s.ic.gov"),
            new Partition("us-isob-", "sc2s.sgov.gov"),
            new Partition("eu-isoe-", "cloud.adc-e.uk"),
            new Partition("us-isof-", "csp.hci.ic.gov"),
            new Partition("eu-isof-", "csp.hci.ic.gov"));

    private record Partition(String regionPrefix, String dnsSuffix) {}

    private Endpoint() {}

    static URI of(ServiceName service, Map<String, String> environment) {
        String configured = environment.get(service.endpointVariable());
        if (configured == null) {
            configured = environment.get(EVERY_SERVICE);
        }
        return URI.create(configured != null ? configured : "https://" + publicHost(service, environment));
    }

    /** The host that AWS names after the service and the region of the function. */
    static String publicHost(ServiceName service, Map<String, String> environment) {
        String region = environment.get(Environment.REGION);
        return service.hostPrefix() + "." + region + "." + dnsSuffix(region);
    }

    static String dnsSuffix(String region) {
        return PARTITIONS.stream()
                .filter(partition -> region.startsWith(partition.regionPrefix()))
                .findFirst()
                .map(Partition::dnsSuffix)
                .orElse("amazonaws.com");
    }
}
