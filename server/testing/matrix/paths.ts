const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Path = readonly (string | number)[];
export interface Leaf {
  path: Path;
  value: unknown;
}

const isContainer = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(value instanceof Date);

/** Every value in an input that is not itself made of values, with the way to it. */
export function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (!isContainer(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

export const idsIn = (input: unknown) =>
  leavesOf(input).filter((leaf): leaf is Leaf & { value: string } => UUID.test(String(leaf.value)));

/** A copy of an input with another value at the end of a path. */
export function withValue(input: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (!isContainer(input)) return input;
  const copy = Array.isArray(input) ? [...input] : { ...input };
  const inner: unknown = Reflect.get(copy, key);
  Object.defineProperty(copy, key, {
    value: withValue(inner, rest, value),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}
