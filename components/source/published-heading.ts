/** The id of the heading that says which version is published: where the focus goes when what had it is gone. */
export const PUBLISHED = "published";
