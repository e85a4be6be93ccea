/** The name of the one file of a workspace in which all that it remembers is. */
export const recordsFile = 'headroom.sqlite';
