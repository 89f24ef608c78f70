/**
 * What to do, for whoever asks over HTTP, where the words of the error name a command that he may not have: by code, in
 * English and in French.
 */
export const advice: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  "bad-query": {
    en: 'Fields are speaker:, act:, status:, since:, language: and outlet:; phrases stand between "…".',
    fr: 'Les champs sont speaker:, act:, status:, since:, language: et outlet: ; une suite de mots se met entre "…".',
  },
  "no-such-story": { en: "Look for it among the stories.", fr: "Cherchez-la parmi les histoires." },
  "bad-decision": { en: "Change what is said to be wrong with it.", fr: "Changez ce qui ne va pas." },
  "already-undone": { en: "To have it back, undo that one.", fr: "Pour la remettre, annulez celle-là." },
  "nothing-to-undo": {
    en: "Name the decision; the history holds them all.",
    fr: "Nommez la décision ; l’historique les a toutes.",
  },
  "bad-span": {
    en: "Take the offsets from the text of the document.",
    fr: "Prenez les positions dans le texte du document.",
  },
  "no-such-user": { en: "Look for it among the users.", fr: "Cherchez-le parmi les utilisateurs." },
  "no-such-token": { en: "Look for it among the tokens.", fr: "Cherchez-le parmi les jetons." },
  "last-admin": { en: "Make another administrator first.", fr: "Faites d’abord un autre administrateur." },
};
