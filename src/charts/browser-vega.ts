import type * as vegaModule from 'vega';
import type * as interpreterModule from 'vega-interpreter';

/** Vega as a browser has it, from `browserFiles.vega`. */
export type BrowserVega = typeof vegaModule;

/** What reads expressions without `eval`, from `browserFiles.interpreter`. */
export type BrowserInterpreter = (typeof interpreterModule)['expressionInterpreter'];
