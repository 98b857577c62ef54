/** One input that means harm, or is broken beyond what a person would make. */
export interface HostileInput {
  /** What it does, as a test's name. */
  readonly name: string;
  /** Its name's ending tells the format, as a user's file would. */
  readonly fileName: string;
  /** `size` counts what the input has many of: characters, tags, levels, rows. */
  readonly bytes: (size: number) => Uint8Array;
}

const encoder = new TextEncoder();

export function ofText(name: string, make: (size: number) => string, ending = 'txt'): HostileInput {
  return { name, fileName: `input.${ending}`, bytes: (size) => encoder.encode(make(size)) };
}

export function ofBytes(name: string, make: (size: number) => Uint8Array, ending = 'txt'): HostileInput {
  return { name, fileName: `input.${ending}`, bytes: make };
}

/** A number in [0, 1) from a counter: the same bytes in every run. */
export function noise(index: number): number {
  const mixed = Math.imul(index ^ (index >>> 15), 0x2c1b3c6d) ^ Math.imul(index, 0x297a2d39);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
}

export function noisyBytes(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => Math.floor(noise(index + 1) * 256));
}
