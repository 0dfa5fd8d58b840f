package io.github.streamingimage.deletion;

/** Whose an image is: only the account's own can be deleted. */
public enum Owner {
    /** The account's, or one that the service does not name. */
    ACCOUNT,
    /** An image that AWS provides. */
    AMAZON,
    /** An image that another account shares. */
    ANOTHER_ACCOUNT
}
