package io.github.streamingimage.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What the roles of one service's provider may do with images.
 *
 * @param look for both functions
 * @param delete for the one that deletes
 * @param suppressions why the wildcards among their resources are meant
 */
record ImagePermissions(
        List<PolicyStatement> look, List<PolicyStatement> delete, List<Map<String, Object>> suppressions) {}
