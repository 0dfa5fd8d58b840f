package io.github.streamingimage.localrun.history;

import java.util.Locale;

/** A service that has images to delete, by the names that people, its API and the command line have for it. */
public enum EmulatedService {
    NIMBLE_STUDIO("Nimble Studio", "GetStreamingImage", "DeleteStreamingImage"),
    APPSTREAM("AppStream", "DescribeImages", "DeleteImage");

    private final String title;
    private final String look;
    private final String delete;

    EmulatedService(String title, String look, String delete) {
        this.title = title;
        this.look = look;
        this.delete = delete;
    }

    /** The name as the command line spells it. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** The operation that looks at an image. */
    public String look() {
        return look;
    }

    /** The operation that deletes an image. */
    public String delete() {
        return delete;
    }
}
