/**
 * The commonest function words of the languages of the press around us: two words in five of any article.
 * A word may serve several languages (`de`, `la`, `que`); what decides is the count over all.
 */
const words: Readonly<Record<string, string>> = {
  fr: "le la les un une des du de et est sont a à au aux en dans que qui ne pas pour par sur avec il elle ils ce cette son sa ses se plus mais ou où été leur selon l d qu n s c j",
  en: "the of and to in a is that for was on with as are by at from has have had it its he she his her they be been not this which will would said but an or were who their",
  de: "der die das und in den von zu mit dem des ein eine einer nicht ist auf sich für im auch an als er es sie werden aus bei nach wurde hat haben sind wird dass war über",
  es: "el la los las de que y en un una se del al por con no para es su sus como más pero lo fue ha han según este esta entre sobre también",
  it: "il lo la i gli le di che e è un una in del della dei delle per con non si da al alla sono ha hanno nel nella come anche più dal su stato ma",
  pt: "o a os as de que e em um uma do da dos das no na nos nas por para com não se é ao à foi mais como sua seu são pelo pela também",
  nl: "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit heeft hebben maar werd wordt deze die zich over",
  uk: "і в у на що з не та до за від як є про його для це який яка які або ще але він вона вони їх цього під час також через було були при",
  ru: "и в на что с не по из к за от как о его для это который которая которые или ещё еще но он она они их этого под также было были при у же",
};

const languages = Object.keys(words);

/** Word to the languages it is a function word of. */
const index: ReadonlyMap<string, readonly number[]> = (() => {
  const map = new Map<string, number[]>();
  languages.forEach((language, i) => {
    for (const word of (words[language] ?? "").split(" ")) map.set(word, [...(map.get(word) ?? []), i]);
  });
  return map;
})();

export type FunctionWordCount = {
  readonly words: number;
  /** The language with most hits and how many; the runner-up likewise. */
  readonly best: { readonly language: string; readonly hits: number };
  readonly second: { readonly language: string; readonly hits: number };
};

/** Counts function words, language by language. Linear in the text. */
export function countFunctionWords(text: string): FunctionWordCount {
  const hits = languages.map(() => 0);
  let total = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    total += 1;
    for (const language of index.get(word) ?? []) hits[language] = (hits[language] ?? 0) + 1;
  }
  const ranked = languages
    .map((language, i) => ({ language, hits: hits[i] ?? 0 }))
    .sort((a, b) => b.hits - a.hits || (a.language < b.language ? -1 : 1));
  const none = { language: "und", hits: 0 };
  return { words: total, best: ranked[0] ?? none, second: ranked[1] ?? none };
}
