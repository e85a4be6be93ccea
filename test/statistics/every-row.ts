/** Every row that has a value for each factor, in order. */
export function everyRow(sizes: readonly number[]): readonly (readonly number[])[] {
  const [size, ...others] = sizes;
  if (size === undefined) return [[]];
  return Array.from({ length: size }, (_, value) => value).flatMap((value) =>
    everyRow(others).map((row) => [value, ...row]),
  );
}
