/** What is said about watching. */
const en = {
  options: {
    addresses: "addresses of feeds (RSS, Atom, JSON Feed), sitemaps and pages",
    every: "how often to look: 30s, 15m, 2h, 1d",
    once: "look once at each, and end",
    most: "how many pages of a feed or sitemap to fetch at one look; the others come with the next",
    exported: "jsonl: the whole ledger, for selon import; warc: its captures as a packed web archive",
  },
  noAddress: (given: string): string => `“${given}” is not an address like https://gazette.example/feed.xml.`,
  unchanged: "unchanged",
  revision: "new version",
  fresh: (fresh: number, entries: number): string => `${fresh} new of ${entries}`,
};

const fr: typeof en = {
  options: {
    addresses: "adresses de flux (RSS, Atom, JSON Feed), de plans de site et de pages",
    every: "à quelle fréquence regarder : 30s, 15m, 2h, 1d",
    once: "regarde chacune une fois, et finit",
    most: "combien de pages d’un flux ou d’un plan de site aller chercher à la fois ; les autres viennent ensuite",
    exported: "jsonl : tout le registre, pour selon import ; warc : ses captures en archive web compressée",
  },
  noAddress: (given) => `« ${given} » n’est pas une adresse comme https://gazette.example/feed.xml.`,
  unchanged: "inchangé",
  revision: "nouvelle version",
  fresh: (fresh, entries) => `${fresh} de nouveau sur ${entries}`,
};

export const watching = { en, fr };
