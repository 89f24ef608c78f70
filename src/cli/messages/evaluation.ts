import type { GoldProblemCode } from "../../operations/evaluate/gold.ts";

type Found = { readonly found: string; readonly known: string; readonly document: string };
type Words = {
  readonly gold: string;
  readonly docs: string;
  readonly speakers: string;
  readonly columns: Readonly<
    Record<"document" | "gold" | "found" | "overlap" | "tight" | "outer" | "speaker" | "chain", string> &
      Record<"act" | "factuality" | "collapsed" | "figures" | "source" | "tokens" | "content" | "cue", string> &
      Record<"confidence" | "count" | "said" | "right", string>
  >;
  readonly all: string;
  readonly reliability: string;
  readonly nothing: string;
  readonly more: (n: number) => string;
  readonly refused: Readonly<Record<"not-gold-file" | "not-utf8" | "no-document", string>>;
  readonly problems: Readonly<Record<GoldProblemCode, (details: Found) => string>>;
};

const en: Words = {
  gold: "gold file or folder of them: .json in our format, or .ann of brat",
  docs: "files or folders of the documents, named as their gold files",
  speakers: "file of names that count as the same speaker (JSON)",
  columns: {
    document: "document",
    gold: "gold",
    found: "found",
    overlap: "overlap P/R/F",
    tight: "tight P/R/F",
    outer: "outer R",
    speaker: "speaker",
    chain: "chain",
    act: "act",
    factuality: "factuality",
    collapsed: "collapsed",
    figures: "figures F",
    source: "source right",
    tokens: "words",
    content: "content P/R/F",
    cue: "cue P/R/F",
    confidence: "confidence",
    count: "statements",
    said: "expected %",
    right: "right %",
  },
  all: "all",
  reliability: "Of the statements with a confidence, how many have content and speaker right:",
  nothing: "Nothing was measured.",
  more: (n) => `and ${n} more`,
  refused: {
    "not-gold-file": "is neither .json nor .ann. Gold files are our JSON or brat standoff.",
    "not-utf8": "can't be read as UTF-8 text. Check the file and its rights.",
    "no-document": "has no document of its name among those given. Name the folder that holds it.",
  },
  problems: {
    "not-json": ({ found }) => `is not JSON: ${found}`,
    "not-gold": () => 'is no gold file: it needs a list "statements"',
    missing: ({ known }) => `is missing${known === "" ? "" : `; it is one of ${known}`}`,
    "wrong-type": ({ found }) => `is of the wrong kind: ${found}`,
    "empty-span": () => "is empty",
    "not-verbatim": ({ found, document }) => `does not stand verbatim in ${document}: “${found}”`,
    "no-occurrence": ({ found, document }) => `there is no occurrence ${found} of it in ${document}`,
    "unknown-label": ({ found, known }) => `has the unknown label “${found}”; it is one of ${known}`,
    "chain-end": ({ found }) => `must end in the speaker: ${found}`,
    "bad-line": ({ found }) => `can't be read: “${found}”`,
    outside: ({ found, document }) => `lies outside ${document}: ${found}`,
    "unknown-reference": ({ found }) => `names ${found}, which is not in the file`,
  },
};

const fr: Words = {
  gold: "fichier annoté, ou dossier : .json de notre forme, ou .ann de brat",
  docs: "fichiers ou dossiers des documents, nommés comme leurs annotations",
  speakers: "fichier des noms qui valent pour le même locuteur (JSON)",
  columns: {
    document: "document",
    gold: "annotés",
    found: "trouvés",
    overlap: "large P/R/F",
    tight: "serré P/R/F",
    outer: "externes R",
    speaker: "locuteur",
    chain: "chaîne",
    act: "acte",
    factuality: "factualité",
    collapsed: "en quatre",
    figures: "chiffres F",
    source: "source juste",
    tokens: "mots",
    content: "contenu P/R/F",
    cue: "marque P/R/F",
    confidence: "confiance",
    count: "propos",
    said: "attendu %",
    right: "juste %",
  },
  all: "tous",
  reliability: "Des propos d’une confiance, combien ont contenu et locuteur justes :",
  nothing: "Rien n’a été mesuré.",
  more: (n) => `et ${n} de plus`,
  refused: {
    "not-gold-file": "n’est ni .json ni .ann. Les annotations sont notre JSON ou celles de brat.",
    "not-utf8": "ne peut être lu comme du texte en UTF-8. Vérifiez le fichier et ses droits.",
    "no-document": "n’a aucun document de son nom parmi ceux donnés. Nommez le dossier où il est.",
  },
  problems: {
    "not-json": ({ found }) => `n’est pas du JSON : ${found}`,
    "not-gold": () => "n’est pas un fichier annoté : il y faut une liste « statements »",
    missing: ({ known }) => `manque${known === "" ? "" : ` ; au choix : ${known}`}`,
    "wrong-type": ({ found }) => `n’est pas de la bonne sorte : ${found}`,
    "empty-span": () => "est vide",
    "not-verbatim": ({ found, document }) => `n’est pas mot pour mot dans ${document} : « ${found} »`,
    "no-occurrence": ({ found, document }) => `n’a pas d’occurrence ${found} dans ${document}`,
    "unknown-label": ({ found, known }) => `porte l’étiquette inconnue « ${found} » ; au choix : ${known}`,
    "chain-end": ({ found }) => `doit finir par le locuteur : ${found}`,
    "bad-line": ({ found }) => `ne peut être lu : « ${found} »`,
    outside: ({ found, document }) => `est hors de ${document} : ${found}`,
    "unknown-reference": ({ found }) => `nomme ${found}, qui n’est pas dans le fichier`,
  },
};

/** The words of `selon eval`, by language. */
export const evaluation: Readonly<Record<"en" | "fr", Words>> = { en, fr };
