/** In the session's storage until the tab is closed: whoever puts off saying who they are is asked on the next visit. */
export const putOffKey = "copydesk.who-i-am.later";
