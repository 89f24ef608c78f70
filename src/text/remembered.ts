/** Longer texts are no words: they are worked out anew each time, so that what is kept stays small. */
const LONGEST = 48;

/** The same characters without the longer text that they were cut from, which would be kept alive with them. */
const detached = (text: string): string => `${text} `.slice(0, -1);

/**
 * A function of words that remembers what it gave. The words of a language come again and again, so that what depends
 * on the characters alone is worked out once for each; at most `most` are kept, then it begins anew.
 */
export function remembered<Value>(of: (text: string) => Value, most = 1 << 15): (text: string) => Value {
  const kept = new Map<string, Value>();
  return (text) => {
    if (text.length > LONGEST) return of(text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const word = detached(text);
    const value = of(word);
    if (kept.size >= most) kept.clear();
    kept.set(word, value);
    return value;
  };
}
