import type * as vegaModule from 'vega';

export { expressionInterpreter } from 'vega-interpreter';

declare global {
  /** What vega.js, loaded for its effect, leaves. */
  var vega: typeof vegaModule;
}
