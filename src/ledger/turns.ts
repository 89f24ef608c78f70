import { AsyncLocalStorage } from "node:async_hooks";

const hurried = new AsyncLocalStorage<true>();

/**
 * What is done in `work` waits for no more than one other whenever it asks for the one connection of an engine that has
 * but one. Adding asks for it a dozen times in a row: behind fifty readers each time, it would hardly get on.
 */
export function goingFirst<T>(work: () => Promise<T>): Promise<T> {
  return hurried.run(true, work);
}

type Waiting = () => void;

/** An engine in this thread answers without waiting: others come in between at least so often, in milliseconds. */
const breath = 15;

/** Who may use what only one can use at a time: in the order of asking, but every other turn is for who goes first. */
export class Turns {
  #taken = false;
  #lastHurried = false;
  readonly #first: Waiting[] = [];
  #others: Waiting[] = [];
  #next = 0;
  #breathed = performance.now();

  /** Waits for a turn, which ends with `release`. */
  async take(): Promise<void> {
    const hurry = hurried.getStore() === true;
    if (!this.#taken) {
      this.#taken = true;
      this.#lastHurried = hurry;
      return;
    }
    // Whoever releases hands the turn on: nobody comes between.
    await new Promise<void>((resolve) => (hurry ? this.#first : this.#others).push(resolve));
  }

  release(): void {
    if (this.#first.length === 0 && this.#next === this.#others.length) this.#taken = false;
    else if (performance.now() - this.#breathed < breath) this.#handOn();
    else {
      // What came from the network and from other threads meanwhile is taken in before the next of many.
      setImmediate(() => {
        this.#breathed = performance.now();
        this.#handOn();
      });
    }
  }

  #handOn(): void {
    const anyOther = this.#next < this.#others.length;
    const hurry = this.#first.length > 0 && !(this.#lastHurried && anyOther);
    const waiting = hurry ? this.#first.shift() : this.#other();
    this.#lastHurried = hurry;
    waiting?.();
  }

  #other(): Waiting | undefined {
    const waiting = this.#others[this.#next];
    if (waiting === undefined) return undefined;
    this.#next += 1;
    // Taken from the front without moving the rest each time.
    if (this.#next > 100 && this.#next * 2 > this.#others.length) {
      this.#others = this.#others.slice(this.#next);
      this.#next = 0;
    }
    return waiting;
  }
}
