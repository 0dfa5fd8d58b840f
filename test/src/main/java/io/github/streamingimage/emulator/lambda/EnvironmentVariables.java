package io.github.streamingimage.emulator.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables of an execution environment: what Lambda sets, then the function's own. Of the parent's only
 * {@code PATH} is passed on, so that no proxy or credential setting of the machine reaches the function.
 */
final class EnvironmentVariables {

    /** Variables that Lambda refuses in a function's configuration. */
    static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "AWS_ACCESS_KEY_ID",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_TASK_ROOT");

    private EnvironmentVariables() {}

    /**
     * The variables of one execution environment.
     *
     * @param environment the environment's own name, which becomes that of its log stream
     * @param runtimeApi host and port of its Runtime API
     * @param taskRoot the directory of the function's code
     */
    static Map<String, String> of(
            FunctionConfiguration function, String environment, String runtimeApi, String taskRoot) {
        FunctionIdentity identity = function.identity();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        variables.putAll(function.environment());
        variables.put("_HANDLER", function.handler());
        variables.put("AWS_ACCESS_KEY_ID", identity.accessKeyId());
        variables.put("AWS_SECRET_ACCESS_KEY", identity.secretAccessKey());
        variables.put("AWS_SESSION_TOKEN", identity.sessionToken());
        variables.put("AWS_REGION", identity.region());
        variables.put("AWS_DEFAULT_REGION", identity.region());
        variables.put(
                "AWS_EXECUTION_ENV", "AWS_Lambda_java" + function.runtime().feature());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", environment);
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("LAMBDA_TASK_ROOT", taskRoot);
        return variables;
    }
}
