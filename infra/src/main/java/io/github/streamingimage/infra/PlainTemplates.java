package io.github.streamingimage.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.cxapi.CloudAssembly;
import software.amazon.awscdk.services.lambda.CfnParametersCodeProps;
import software.amazon.awscdk.services.lambda.Code;

/**
 * Writes the providers as templates that deploy without JDK, CDK and a bootstrapped account: the function's jar lies in a bucket of
 * one's own, which parameters name.
 */
final class PlainTemplates {
    private PlainTemplates() {}

    /** Writes a template per service into the directory that is the one argument. */
    public static void main(String[] args) throws IOException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        App app = new App(AppProps.builder().analyticsReporting(false).build());
        new StreamingImageDeletionProviderStack(
                app,
                DeployedService.NIMBLE_STUDIO.providerId(),
                withoutAssets(),
                (stack, builder) -> builder.code(ofParameters(stack)));
        new AppStreamImageDeletionProviderStack(
                app,
                DeployedService.APPSTREAM.providerId(),
                withoutAssets(),
                (stack, builder) -> builder.code(ofParameters(stack)));
        CloudAssembly assembly = app.synth();
        for (DeployedService service : List.of(DeployedService.values())) {
            Path template =
                    Path.of(assembly.getStackByName(service.providerId()).getTemplateFullPath());
            Files.copy(template, directory.resolve(template.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static StackProps withoutAssets() {
        return StackProps.builder()
                .synthesizer(BootstraplessSynthesizer.Builder.create().build())
                .build();
    }

    private static Code ofParameters(Stack stack) {
        return Code.fromCfnParameters(CfnParametersCodeProps.builder()
                .bucketNameParam(CfnParameter.Builder.create(stack, "CodeBucket")
                        .description("A bucket in this region that holds the function's jar")
                        .allowedPattern("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
                        .build())
                .objectKeyParam(CfnParameter.Builder.create(stack, "CodeKey")
                        .description(
                                "The jar's key in the bucket; another jar needs another key, or the function stays as it is")
                        .minLength(1)
                        .build())
                .build());
    }
}
