/** More than a paragraph needs; what an odd one needs beyond it is not kept. */
const MOST_KEPT = 1 << 20;

/**
 * Numbers that nobody keeps: the sums of a paragraph, the places of a line. Tens of thousands of them would each be an
 * allocation outside the heap of the language, which costs more than what is done with it.
 */
export class Scratch {
  #numbers = new Float64Array(1024);

  /** So many numbers, of any value, the caller's until the next call. */
  take(room: number): Float64Array {
    if (room > MOST_KEPT) return new Float64Array(room);
    if (room > this.#numbers.length)
      this.#numbers = new Float64Array(Math.max(room, 2 * this.#numbers.length));
    return this.#numbers.subarray(0, room);
  }
}
