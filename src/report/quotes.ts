/** Letters and digits alone, for the question whether two texts are the same words. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether a sentence is made of an article's own words, whatever its capitals and stops. */
export function quotes(evidence: string, sentence: string): boolean {
  const words = plainWords(sentence);
  return words !== "" && plainWords(evidence).includes(words);
}
