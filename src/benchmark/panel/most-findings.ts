/** How many findings of one code are told one by one; the others are counted. */
export const mostFindings = 20;
