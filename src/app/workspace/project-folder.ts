import { fileURLToPath } from 'node:url';

/** The folder with `rules/`, `data/` and `dashboards/`: of the checkout, or of the installed package. */
export const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));
