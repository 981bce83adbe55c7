/** The namespace of the strings of our own screens. */
export const deskNamespace = "copydesk";
