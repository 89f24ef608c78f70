type Details = Readonly<Record<string, string | number>>;
type Options =
  | "what"
  | "args"
  | "because"
  | "author"
  | "expected"
  | "name"
  | "alias"
  | "role"
  | "side"
  | "kind"
  | "speaker"
  | "act"
  | "factuality"
  | "source"
  | "cue"
  | "chain"
  | "claim"
  | "on"
  | "root"
  | "title"
  | "undo"
  | "preview"
  | "about"
  | "orphans"
  | "decisionKind"
  | "goldDir"
  | "checked"
  | "importFile"
  | "backupDir"
  | "restoreDir"
  | "quiet";

type Words = {
  readonly options: Readonly<Record<Options, string>>;
  readonly usage: {
    readonly badForm: (what: string, form: string) => string;
    readonly unknown: (what: string, known: string) => string;
  };
  readonly columns: Readonly<Record<"time" | "author" | "kind" | "target" | "body" | "state" | "reason", string>>;
  readonly kept: (id: string) => string;
  readonly preview: Readonly<Record<"before" | "after" | "nothing", string>>;
  readonly undone: string;
  readonly against: (others: string) => string;
  readonly orphan: Readonly<Record<string, string>>;
  readonly verified: (captures: number, decisions: number, head: string) => string;
  readonly faults: (n: number) => string;
  readonly fault: Readonly<Record<string, (details: Details) => string>>;
  readonly progress: Readonly<Record<"verifying" | "exporting" | "importing" | "rereading" | "aligning", string>>;
  readonly wroteGold: (files: number, folder: string) => string;
  readonly imported: (documents: number, decisions: number) => string;
  readonly backedUp: (folder: string) => string;
  readonly restored: (folder: string) => string;
  readonly reread: (documents: number, changed: number, orphans: number) => string;
};

const one = (n: number, thing: string): string => `${n.toLocaleString("en")} ${thing}${n === 1 ? "" : "s"}`;
const un = (n: number, thing: string): string => `${n.toLocaleString("fr")} ${thing}${n < 2 ? "" : "s"}`;

const en: Words = {
  options: {
    what: "what is decided: see the examples",
    args: "ids (their beginning is enough), names, offsets or words, as in the examples",
    because: "why, in your words",
    author: "who decides; else SELON_AUTHOR, else your name on this machine",
    expected:
      "id of the last decision about it that you know of, or “none”: where another stands by now, nothing is kept",
    name: "new name (of an actor, or of what is split off)",
    alias: "further name of an actor",
    role: "role of an actor",
    side: "party that an actor belongs to; “none” for no party",
    kind: "kind of an actor: person, organization, state, group, document, anonymous, author",
    speaker: "who says what is added",
    act: "act of what is added",
    factuality: "factuality of what is added",
    source: "offsets of the words for the speaker: START-END",
    cue: "offsets of the words that carry it: START-END",
    chain: "who relays it, the outermost first, the speaker last",
    claim: "claim of the ledger that a hypothesis or evidence is taken from",
    on: "kind of thing that is rated or noted, where its id does not tell",
    root: "what the origin is called",
    title: "title of the story that is split off, or of the claim in words",
    undo: "id of the decision, its beginning, or its number; your last one when left out",
    preview: "show what claims and stories would be (merges, splits, origins), and keep nothing",
    about: "id of what the decisions are about, or of a decision",
    orphans: "only decisions that lost what they were about",
    decisionKind: "only decisions of this kind",
    goldDir: "folder for the gold files and the texts they belong to",
    checked: "only documents that somebody checked as a whole (selon decide checked)",
    importFile: "file written by selon export, or - for standard input",
    backupDir: "folder for the copy; made where there is none",
    restoreDir: "folder of the copy",
    quiet: "print nothing but faults",
  },
  usage: {
    badForm: (what, form) => `“selon decide ${what}” is written: selon decide ${form}`,
    unknown: (what, known) => `“${what}” can't be decided. Known: ${known}.`,
  },
  columns: {
    time: "when",
    author: "who",
    kind: "what",
    target: "about",
    body: "how",
    state: "state",
    reason: "why",
  },
  kept: (id) => `kept: ${id}`,
  preview: { before: "As it is", after: "As it would be", nothing: "Nothing would change." },
  undone: "undone",
  against: (others) => `against ${others}`,
  orphan: {
    text: "its words are gone",
    statement: "nothing is stated there any more",
    claim: "there is no such claim any more",
    story: "there is no such story any more",
    actor: "nobody of that name is left",
  },
  verified: (captures, decisions, head) =>
    `Whole: ${one(captures, "capture")} and ${one(decisions, "decision")} have the hashes they are named by. Head of the log: ${head}`,
  faults: (n) => `${n} ${n === 1 ? "fault" : "faults"} found.`,
  fault: {
    "capture-altered": ({ id, found }) => `capture ${id}: its bytes were altered (they hash to ${found})`,
    "capture-unreadable": ({ id, cause }) => `capture ${id}: its bytes cannot be unpacked (${cause})`,
    "capture-size": ({ id, found, expected }) => `capture ${id}: has ${found} bytes, and was noted with ${expected}`,
    "capture-missing": ({ id }) => `document ${id}: its capture is gone`,
    "reading-missing": ({ id }) => `document ${id}: its reading is gone`,
    "text-altered": ({ id }) => `document ${id}: the text of its reading is not that of its bytes`,
    "line-altered": ({ seq, id }) => `decision ${seq} (${id}): the line was altered (its hash does not fit)`,
    "line-unreadable": ({ seq }) => `decision ${seq}: the line is not one of a log`,
    "line-columns": ({ seq, id, column }) => `decision ${seq} (${id}): the column “${column}” was altered`,
    "chain-broken": ({ seq, id }) => `decision ${seq} (${id}): does not follow the line before it`,
    "line-missing": ({ seq }) => `decision ${seq}: the line is gone`,
    "head-differs": ({ found, expected }) => `the log ends with ${found}, and was noted to end with ${expected}`,
    "database-damaged": ({ cause }) => `the database is damaged: ${cause}`,
    "access-broken": ({ cause }) => `the log of access: ${cause}`,
  },
  progress: {
    verifying: "verifying",
    exporting: "exporting",
    importing: "importing",
    rereading: "reading anew",
    aligning: "aligning",
  },
  wroteGold: (files, folder) =>
    files === 0
      ? "Nothing was written: nobody has corrected anything yet."
      : `Wrote ${one(files, "gold file")} and ${files === 1 ? "its text" : "their texts"} into ${folder}.`,
  imported: (documents, decisions) => `Imported ${one(documents, "document")} and ${one(decisions, "decision")}.`,
  backedUp: (folder) => `Copied the ledger into ${folder}, and checked the copy.`,
  restored: (folder) => `Put the copy back into ${folder}.`,
  reread: (documents, changed, orphans) =>
    `Read ${one(documents, "document")} anew; ${changed} ${changed === 1 ? "differs" : "differ"} from before. ${one(orphans, "decision")} ${orphans === 1 ? "has lost what it was" : "have lost what they were"} about.`,
};

const fr: Words = {
  options: {
    what: "ce qui est décidé : voir les exemples",
    args: "identifiants (leur début suffit), noms, positions ou mots, comme dans les exemples",
    because: "pourquoi, dans vos mots",
    author: "qui décide ; sinon SELON_AUTHOR, sinon votre nom sur cette machine",
    expected:
      "identifiant de la dernière décision que vous en connaissez, ou « none » : si une autre y est entre-temps, rien n’est gardé",
    name: "nouveau nom (d’un acteur, ou de ce qui est séparé)",
    alias: "autre nom d’un acteur",
    role: "fonction d’un acteur",
    side: "camp d’un acteur ; « none » pour aucun",
    kind: "sorte d’acteur : person, organization, state, group, document, anonymous, author",
    speaker: "qui dit ce qui est ajouté",
    act: "acte de ce qui est ajouté",
    factuality: "factualité de ce qui est ajouté",
    source: "positions des mots qui désignent le locuteur : DÉBUT-FIN",
    cue: "positions des mots qui l’introduisent : DÉBUT-FIN",
    chain: "qui le relaie, le plus extérieur d’abord, le locuteur à la fin",
    claim: "affirmation du registre d’où vient une hypothèse ou un indice",
    on: "sorte de ce qui est noté ou coté, quand l’identifiant ne le dit pas",
    root: "nom de l’origine",
    title: "titre de l’histoire séparée, ou l’affirmation en mots",
    undo: "identifiant de la décision, son début, ou son numéro ; sinon votre dernière",
    preview: "montre ce que deviendraient affirmations et histoires (fusions, séparations, origines), et ne garde rien",
    about: "identifiant de ce que les décisions concernent, ou d’une décision",
    orphans: "seulement les décisions qui ont perdu leur objet",
    decisionKind: "seulement les décisions de cette sorte",
    goldDir: "dossier des annotations et des textes qui vont avec",
    checked: "seulement les documents que quelqu’un a relus en entier (selon decide checked)",
    importFile: "fichier écrit par selon export, ou - pour l’entrée standard",
    backupDir: "dossier de la copie ; créé s’il n’existe pas",
    restoreDir: "dossier de la copie",
    quiet: "n’affiche que les défauts",
  },
  usage: {
    badForm: (what, form) => `« selon decide ${what} » s’écrit : selon decide ${form}`,
    unknown: (what, known) => `« ${what} » ne se décide pas. Connus : ${known}.`,
  },
  columns: {
    time: "quand",
    author: "qui",
    kind: "quoi",
    target: "sur",
    body: "comment",
    state: "état",
    reason: "pourquoi",
  },
  kept: (id) => `gardé : ${id}`,
  preview: { before: "Tel que c’est", after: "Tel que ce serait", nothing: "Rien ne changerait." },
  undone: "annulée",
  against: (others) => `contre ${others}`,
  orphan: {
    text: "ses mots ont disparu",
    statement: "rien n’y est plus énoncé",
    claim: "cette affirmation n’existe plus",
    story: "cette histoire n’existe plus",
    actor: "plus personne ne porte ce nom",
  },
  verified: (captures, decisions, head) =>
    `Intact : ${un(captures, "capture")} et ${un(decisions, "décision")} portent les empreintes qui les nomment. Tête du journal : ${head}`,
  faults: (n) => `${n} ${n < 2 ? "défaut trouvé" : "défauts trouvés"}.`,
  fault: {
    "capture-altered": ({ id, found }) => `capture ${id} : ses octets ont été modifiés (leur empreinte est ${found})`,
    "capture-unreadable": ({ id, cause }) => `capture ${id} : ses octets ne peuvent être décompressés (${cause})`,
    "capture-size": ({ id, found, expected }) => `capture ${id} : fait ${found} octets, et ${expected} étaient notés`,
    "capture-missing": ({ id }) => `document ${id} : sa capture a disparu`,
    "reading-missing": ({ id }) => `document ${id} : sa lecture a disparu`,
    "text-altered": ({ id }) => `document ${id} : le texte de sa lecture n’est pas celui de ses octets`,
    "line-altered": ({ seq, id }) => `décision ${seq} (${id}) : la ligne a été modifiée (son empreinte ne va plus)`,
    "line-unreadable": ({ seq }) => `décision ${seq} : la ligne n’est pas celle d’un journal`,
    "line-columns": ({ seq, id, column }) => `décision ${seq} (${id}) : la colonne « ${column} » a été modifiée`,
    "chain-broken": ({ seq, id }) => `décision ${seq} (${id}) : ne suit pas la ligne précédente`,
    "line-missing": ({ seq }) => `décision ${seq} : la ligne a disparu`,
    "head-differs": ({ found, expected }) => `le journal finit par ${found}, et ${expected} était noté`,
    "database-damaged": ({ cause }) => `la base est abîmée : ${cause}`,
    "access-broken": ({ cause }) => `le journal des accès : ${cause}`,
  },
  progress: {
    verifying: "vérification",
    exporting: "exportation",
    importing: "importation",
    rereading: "nouvelle lecture",
    aligning: "rapprochement",
  },
  wroteGold: (files, folder) =>
    files === 0
      ? "Rien n’a été écrit : personne n’a encore rien corrigé."
      : `${files < 2 ? "Un fichier d’annotations écrit avec son texte" : `${files} fichiers d’annotations écrits avec leurs textes`} dans ${folder}.`,
  imported: (documents, decisions) => `Importé : ${un(documents, "document")} et ${un(decisions, "décision")}.`,
  backedUp: (folder) => `Registre copié dans ${folder}, et la copie vérifiée.`,
  restored: (folder) => `Copie remise dans ${folder}.`,
  reread: (documents, changed, orphans) =>
    `Relu : ${un(documents, "document")}, dont ${changed} ${changed < 2 ? "diffère" : "diffèrent"} d’avant. ${un(orphans, "décision")} ${orphans < 2 ? "a" : "ont"} perdu ${orphans < 2 ? "son" : "leur"} objet.`,
};

/** The words of deciding, verifying and carrying a ledger, by language. */
export const decisions: Readonly<Record<"en" | "fr", Words>> = { en, fr };
