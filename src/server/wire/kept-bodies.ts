/** Bodies that were made already, by name; the one that was asked for longest ago goes first when there are too many bytes. */
export interface KeptBodies {
  readonly get: (name: string) => Buffer | undefined;
  readonly keep: (name: string, body: Buffer) => void;
}

/** A store of at most so many bytes; a body of more than an eighth of them is not kept. */
export function keptBodies(mostBytes: number): KeptBodies {
  const bodies = new Map<string, Buffer>();
  let bytes = 0;
  const drop = (name: string) => {
    bytes -= bodies.get(name)?.byteLength ?? 0;
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
      if (body.byteLength > mostBytes / 8) return;
      drop(name);
      bodies.set(name, body);
      bytes += body.byteLength;
      for (const oldest of bodies.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
