/** Whether the head of an RSS file says that WordPress exported it. Pure. */
export const isWxr = (head: string): boolean =>
  /xmlns:wp\s*=\s*["']http:\/\/wordpress\.org\/export\//.test(head);
