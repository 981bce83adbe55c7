/** Id of the pane of the pictures in the structure, and so in addresses. */
export const picturesPaneId = "pictures";
