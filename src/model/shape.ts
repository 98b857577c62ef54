/**
 * What a JSON value must be to stand for a `T`: gives the value as `T`, made anew from the known keys alone, or
 * throws a {@link ShapeFault}. Shapes of records name every key of their type, so a field added to the model and
 * forgotten here does not compile.
 *
 * @param at Keys from the top: `parts[0].children[2].heading`.
 */
export type Shape<T> = (value: unknown, at: string, depth: number) => T;

/** Deeper than any article; stops a hostile file before the stack does. */
const MAX_DEPTH = 500;

/** Where a value is not what the shape asks for. */
export class ShapeFault extends Error {
  readonly at: string;
  readonly found: string;
  readonly expected: string;

  constructor(at: string, value: unknown, expected: string) {
    const found = brief(value);
    super(`${at || 'the top'} is ${found}; expected ${expected}`);
    this.at = at;
    this.found = found;
    this.expected = expected;
  }
}

/** A value in few characters, for messages. */
function brief(value: unknown): string {
  if (value === undefined) return 'absent';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A field of a record: a shape, or an {@link optional} one where the type allows the field to be absent. */
type FieldOf<T, K extends keyof T> =
  Record<never, never> extends Pick<T, K> ? Optional<NonNullable<T[K]>> : Shape<T[K]>;
export type Fields<T> = { readonly [K in keyof T]-?: FieldOf<T, K> };

export interface Optional<T> {
  readonly optional: Shape<T>;
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape };
}

/** Text, of a pattern if there is one. `expected` says it in words. */
export function text(pattern?: RegExp, expected = 'text'): Shape<string> {
  return (value, at) => {
    if (typeof value === 'string' && (pattern === undefined || pattern.test(value))) return value;
    throw new ShapeFault(at, value, expected);
  };
}

export function integer(least: number): Shape<number> {
  return (value, at) => {
    if (Number.isSafeInteger(value) && (value as number) >= least) return value as number;
    throw new ShapeFault(at, value, `a whole number, ${least} or more`);
  };
}

export function flag(): Shape<boolean> {
  return (value, at) => {
    if (typeof value === 'boolean') return value;
    throw new ShapeFault(at, value, 'true or false');
  };
}

export function oneOf<const T extends string | number | boolean>(...known: readonly T[]): Shape<T> {
  return (value, at) => {
    const found = known.find((one) => one === value);
    if (found !== undefined) return found;
    throw new ShapeFault(at, value, known.map((one) => JSON.stringify(one)).join(' | '));
  };
}

export function list<T>(item: Shape<T>, least = 0): Shape<T[]> {
  return (value, at, depth) => {
    if (!Array.isArray(value) || value.length < least) {
      throw new ShapeFault(at, value, least === 0 ? 'a list' : `a list of ${least} or more`);
    }
    return value.map((one, index) => item(one, `${at}[${index}]`, depth + 1));
  };
}

/** An object with exactly the fields named. */
export function record<T extends object>(fields: Fields<T>): Shape<T> {
  const known = Object.entries(fields) as [string, Shape<unknown> | Optional<unknown>][];
  return (value, at, depth) => {
    const object = asObject(value, at, depth);
    const unknown = Object.keys(object).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) {
      throw new ShapeFault(
        join(at, unknown),
        object[unknown],
        `no such key; known: ${known.map(([key]) => key).join(', ')}`,
      );
    }
    const entries: [string, unknown][] = [];
    for (const [key, field] of known) {
      const given = Object.hasOwn(object, key) ? object[key] : undefined;
      if (typeof field === 'function') entries.push([key, field(given, join(at, key), depth + 1)]);
      else if (given !== undefined) entries.push([key, field.optional(given, join(at, key), depth + 1)]);
    }
    return Object.fromEntries(entries) as T;
  };
}

/** An object with any keys, all of one shape. */
export function dictionary<T>(item: Shape<T>): Shape<Record<string, T>> {
  return (value, at, depth) =>
    Object.fromEntries(
      Object.entries(asObject(value, at, depth)).map(([key, one]) => [
        key,
        item(one, join(at, key), depth + 1),
      ]),
    );
}

/** One of several records, told apart by a key that all have. */
export function union<K extends string, T extends Record<K, string>>(
  key: K,
  shapes: { readonly [V in T[K]]: Shape<Extract<T, Record<K, V>>> },
): Shape<T> {
  const shapeByName = new Map(Object.entries(shapes) as [string, Shape<T>][]);
  return (value, at, depth) => {
    const name = asObject(value, at, depth)[key];
    const shape = typeof name === 'string' ? shapeByName.get(name) : undefined;
    if (shape) return shape(value, at, depth);
    throw new ShapeFault(join(at, key), name, [...shapeByName.keys()].join(' | '));
  };
}

/** For shapes that contain themselves. */
export function lazy<T>(shape: () => Shape<T>): Shape<T> {
  return (value, at, depth) => shape()(value, at, depth);
}

function asObject(value: unknown, at: string, depth: number): Record<string, unknown> {
  if (depth > MAX_DEPTH) throw new ShapeFault(at, value, `nesting of ${MAX_DEPTH} levels at most`);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new ShapeFault(at, value, 'an object');
}

function join(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
