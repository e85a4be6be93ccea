/** Stands in the first bytes of every Word file that Headroom writes. */
export const wordMark = '<dc:creator>Headroom</dc:creator>';
