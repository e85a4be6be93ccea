/** Bodies that were made already, by name; the one that was asked for longest ago goes first when there are too many bytes. */
export interface KeptBodies<Body> {
  readonly get: (name: string) => Body | undefined;
  readonly keep: (name: string, body: Body) => void;
  /** Lets go of all. */
  readonly clear: () => void;
}

/** A store of at most so many bytes, names included; a body of more than an eighth of them is not kept. */
export function keptBodies<Body>(mostBytes: number, bytesOf: (body: Body) => number): KeptBodies<Body> {
  const bodies = new Map<string, Body>();
  let bytes = 0;
  const sizeOf = (name: string, body: Body) => bytesOf(body) + 2 * name.length;
  const drop = (name: string) => {
    const body = bodies.get(name);
    if (body !== undefined) bytes -= sizeOf(name, body);
    bodies.delete(name);
  };
  return {
    get: (name) => {
      const body = bodies.get(name);
      if (body === undefined) return undefined;
      bodies.delete(name);
      bodies.set(name, body);
      return body;
    },
    keep: (name, body) => {
      if (sizeOf(name, body) > mostBytes / 8) return;
      drop(name);
      bodies.set(name, body);
      bytes += sizeOf(name, body);
      for (const oldest of bodies.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
    clear: () => {
      bodies.clear();
      bytes = 0;
    },
  };
}
