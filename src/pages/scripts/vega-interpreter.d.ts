import type { BrowserInterpreter, BrowserVega } from '../../charts/browser-vega.ts';

export declare const expressionInterpreter: BrowserInterpreter;

declare global {
  /** What vega.js, loaded for its effect, leaves. */
  var vega: BrowserVega;
}
