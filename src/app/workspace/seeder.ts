/** Who the journal names for what the workspace does by itself. */
export const seeder = 'headroom';
