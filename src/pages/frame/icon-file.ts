import { join } from 'node:path';

/** The picture that a browser shows beside the title of a page: SVG. */
export const iconFile = join(import.meta.dirname, '../views/headroom.svg');
