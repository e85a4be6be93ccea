import type { Cause } from '../../model/cause.ts';
import type { Factor } from '../../model/factor.ts';
import type { Framework } from '../../model/framework.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Links } from './links.ts';
import type { ViewState } from './view-state.ts';

/** What every page of an organisation knows. */
export interface PageContext {
  readonly organisation: Organisation;
  readonly framework: Framework;
  readonly causes: readonly Cause[];
  readonly factors: readonly Factor[];
  readonly pack: { readonly version: string; readonly sha256: string };
  /** The periods held, earliest first. */
  readonly periods: readonly string[];
  /** The day on which the page is made, such as 2026-01-02. */
  readonly today: string;
  readonly view: ViewState;
  readonly links: Links;
  /** What was asked of a plan on another page, which this one only keeps for the way back; absent where there is nothing. */
  readonly carried?: Readonly<Record<string, string>>;
}
