package io.github.streamingimage.infra;

import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.constructs.MetadataEntry;
import software.constructs.Node;

/**
 * The providers of one service in one app, in the order in which they are made. A provider that a stack makes by itself, without the
 * network, key or boundary of one that the user has made, is probably one that somebody forgot to pass.
 */
final class ProvidersOfApp {
    private final ImageDeletionProvider provider;
    private final DeployedService service;
    private final Node root;

    ProvidersOfApp(ImageDeletionProvider provider, DeployedService service) {
        this.provider = provider;
        this.service = service;
        root = provider.getNode().getRoot().getNode();
    }

    /** Warns at synthesis when one of two providers was made by a stack itself and the other by the user; registers this one. */
    void warnOfOneTooMany() {
        boolean byItself = provider.getNode().getId().equals(service.providerId())
                && provider.getNode().getScope() instanceof Stack;
        List<String> others = registered(key(!byItself));
        if (!others.isEmpty()) {
            String path = provider.getNode().getPath();
            Annotations.of(provider)
                    .addWarningV2(
                            "streaming-image-deletion:twoProviders",
                            "%s was made with the defaults, for images without provider(...), though there is %s"
                                    .formatted(byItself ? path : others.get(0), byItself ? others.get(0) : path));
        }
        root.addMetadata(key(byItself), provider.getNode().getPath());
    }

    private String key(boolean byItself) {
        return "streaming-image-deletion:%s:%s".formatted(service, byItself ? "by-itself" : "by-user");
    }

    private List<String> registered(String key) {
        return root.getMetadata().stream()
                .filter(entry -> entry.getType().equals(key))
                .map(MetadataEntry::getData)
                .map(String.class::cast)
                .toList();
    }
}
