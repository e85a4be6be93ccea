/** A question that is answered once for each of its arguments, and then remembered. */
export function once<Asked, Told>(ask: (asked: Asked) => Promise<Told>): (asked: Asked) => Promise<Told> {
  const known = new Map<Asked, Promise<Told>>();
  return (asked) => {
    const held = known.get(asked);
    if (held !== undefined) return held;
    const told = ask(asked);
    known.set(asked, told);
    told.catch(() => known.delete(asked));
    return told;
  };
}
