/** More than a paragraph needs; what an odd one needs beyond it is not kept. */
const MOST_KEPT = 1 << 20;

/** An array of numbers of one kind. */
export type Numbers = Float64Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array;

/**
 * Numbers that nobody keeps: the sums of a paragraph, the places of a line. Tens of thousands of them would each be an
 * allocation outside the heap of the language, which costs more than what is done with it.
 */
export class Scratch<Kind extends Numbers> {
  readonly #make: new (
    room: number,
  ) => Kind;
  #numbers: Kind;

  constructor(make: new (room: number) => Kind) {
    this.#make = make;
    this.#numbers = new make(1024);
  }

  /** So many numbers or more, of any value, the caller's until the next call. */
  take(room: number): Kind {
    if (room > MOST_KEPT) return new this.#make(room);
    if (room > this.#numbers.length) this.#numbers = new this.#make(Math.max(room, 2 * this.#numbers.length));
    return this.#numbers;
  }
}
