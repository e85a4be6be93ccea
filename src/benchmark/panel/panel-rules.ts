import type { PackContent } from '../../pack/pack.ts';

/** What a panel's rows are checked against. */
export type PanelRules = Pick<PackContent, 'framework' | 'causes' | 'factors'>;
