package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.internal.AwsErrorCode;

class ServiceErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ThrottlingException          | {}                                             | ThrottlingException",
                "ThrottlingException:http://x | {}                                             | ThrottlingException",
                "a.b#ThrottlingException:     | {\"code\":\"Other\"}                           | ThrottlingException",
                "                             | {\"code\":\"ConflictException\"}               | ConflictException",
                "                             | {\"__type\":\"a.b#ExecutionAlreadyExists\"}    | ExecutionAlreadyExists",
                "                             | {\"code\":5,\"__type\":\"X\"}                  | X",
                "                             | {\"code\":\"ConflictException\"                | ConflictException",
                "                             | <html>                                         | ''"
            })
    void findsTheTypeInTheHeaderOrInTheBody(String header, String body, String type) {
        ServiceError error = ServiceError.ofJson(
                new ServiceResponse(400, header == null ? "" : header, body.getBytes(StandardCharsets.UTF_8)));
        assertThat(error.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"message", "Message", "errorMessage"})
    void findsTheMessage(String field) {
        byte[] body = ("{\"" + field + "\":\"why\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(ServiceError.ofJson(new ServiceResponse(400, "", body)).message())
                .isEqualTo("why");
    }

    @Test
    void tellsAllInOneLine() {
        assertThat(new ServiceError(400, "A", "why").describe("Get")).isEqualTo("Get: A (HTTP 400): why");
        assertThat(new ServiceError(503, "", " ").describe("Get")).isEqualTo("Get: error (HTTP 503)");
        assertThat(ServiceError.describe("Get", new ConnectException("refused")))
                .isEqualTo("Get: ConnectException: refused");
    }

    static Stream<String> types() {
        return Stream.of(
                        AwsErrorCode.THROTTLING_ERROR_CODES,
                        AwsErrorCode.DEFINITE_CLOCK_SKEW_ERROR_CODES,
                        AwsErrorCode.POSSIBLE_CLOCK_SKEW_ERROR_CODES,
                        AwsErrorCode.RETRYABLE_ERROR_CODES,
                        java.util.Set.of("ValidationException", "ResourceNotFoundException", ""))
                .flatMap(java.util.Set::stream);
    }

    @ParameterizedTest
    @MethodSource("types")
    void takesForAThrottleAndForASkewWhatTheSdkDoes(String type) {
        ServiceError error = new ServiceError(400, type, "");
        assertThat(error.isThrottle()).isEqualTo(AwsErrorCode.isThrottlingErrorCode(type));
        if (AwsErrorCode.isDefiniteClockSkewErrorCode(type)) {
            assertThat(error.isTransient()).isTrue();
        }
        assertThat(new ServiceError(429, type, "").isThrottle()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "InvalidSignatureException, true",
        "SignatureDoesNotMatch, true",
        "AuthFailure, true",
        "ExpiredToken, true",
        "ExpiredTokenException, true",
        "RequestExpired, true",
        "UnrecognizedClientException, true",
        "InvalidClientTokenId, true",
        "RequestTimeTooSkewed, true",
        "RequestInTheFuture, true",
        "ValidationException, false",
        "ResourceNotFoundException, false",
        "AccessDeniedException, false",
        "AccessDenied, false",
        "MissingAuthenticationToken, false",
        "IncompleteSignature, false"
    })
    void aSignatureOrTokenThatIsOutOfDateSaysNothingAboutTheRequest(String type, boolean isTransient) {
        for (int status : new int[] {400, 401, 403}) {
            assertThat(new ServiceError(status, type, "").isTransient()).isEqualTo(isTransient);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, false",
        "403, false",
        "404, false",
        "408, true",
        "429, false",
        "500, true",
        "503, true",
        "302, true"
    })
    void saysNothingAboutTheRequestWhenItIsNoFaultOfTheClient(int status, boolean isTransient) {
        assertThat(new ServiceError(status, "", "").isTransient()).isEqualTo(isTransient);
    }
}
