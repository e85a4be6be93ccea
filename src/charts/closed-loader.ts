import type { Loader } from 'vega';

/** A Vega loader that loads nothing: every URL and every file is refused. */
export const closedLoader: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

function refuse(uri: string): Promise<never> {
  return Promise.reject(new Error(`a dashboard may load nothing, and this asks for ${uri}`));
}
