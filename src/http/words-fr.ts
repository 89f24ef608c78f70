import { type Template, translatorBy } from "../text/templates.ts";

// What the server says where something can't be done, in French. What coded errors of the ledger and of capture say is
// with the report's words.

const sentences: readonly Template[] = [
  ["The list can't go on from this cursor.", "La liste ne peut pas continuer depuis ce curseur."],
  ["It is not one of this list.", "Ce n’en est pas un de cette liste."],
  ["The list has changed and what it stood at is gone.", "La liste a changé, et ce où il se trouvait n’y est plus."],
  ["Begin again without cursor.", "Recommencez sans curseur."],
  ["Begin again without it.", "Recommencez sans lui."],
  ["The body can't be understood.", "Le corps de la requête ne se comprend pas."],
  ["The parameters can't be understood.", "Les paramètres ne se comprennent pas."],
  ["It is not JSON.", "Ce n’est pas du JSON."],
  ["It is not a form.", "Ce n’est pas un formulaire."],
  ["This kind of body is not taken.", "Cette sorte de corps n’est pas prise."],
  ["It takes files as gold and document.", "Il faut des fichiers sous les noms gold et document."],
  ["It takes {} files at most.", "Il en prend {} au plus."],
  ["It takes {}.", "Il prend {}."],
  ["Send Content-Type.", "Envoyez Content-Type."],
  ["The document was not taken.", "Le document n’a pas été pris."],
  ["It is larger than {} bytes.", "Il fait plus de {} octets."],
  ["{} is larger than {} bytes.", "{} fait plus de {} octets."],
  ["Send a smaller one, or use selon add.", "Envoyez-en un plus petit, ou prenez selon add."],
  ["{} is given {} times.", "{} est donné {} fois."],
  ["It can have one value.", "Il ne peut avoir qu’une valeur."],
  ["Too many requests came at once.", "Trop de requêtes sont venues à la fois."],
  ["Try again in {} s.", "Réessayez dans {} s."],
  ["Try again in {} seconds.", "Réessayez dans {} secondes."],
  ["Try again in a minute.", "Réessayez dans une minute."],
  ["Nothing was changed.", "Rien n’a été changé."],
  ["It was sent by a page of another site.", "La page d’un autre site l’a envoyé."],
  ["Send it from a program or from Selon's own pages.", "Envoyez-le d’un programme, ou des pages de Selon."],
  ["The header X-Selon-CSRF is missing or wrong.", "L’en-tête X-Selon-CSRF manque ou n’est pas le bon."],
  ["Send csrf as GET /api/session tells it.", "Envoyez csrf tel que GET /api/session le dit."],
  ["Nothing was done.", "Rien n’a été fait."],
  ["The token is unknown, ended or revoked.", "Le jeton est inconnu, échu ou révoqué."],
  ["Ask for another.", "Demandez-en un autre."],
  ["This server asks who you are.", "Ce serveur demande qui vous êtes."],
  [
    "Sign in, or send a token: Authorization: Bearer …",
    "Connectez-vous, ou envoyez un jeton : Authorization: Bearer …",
  ],
  ["It needs leave to {}; {} has leave to {}.", "Il y faut le droit {} ; {} a les droits {}."],
  [
    "Sign in as an administrator, or use selon users at the command line.",
    "Connectez-vous en administrateur, ou prenez selon users en ligne de commande.",
  ],
  ["Ask an administrator.", "Demandez à un administrateur."],
  ["It needs a login.", "Il faut être connecté."],
  ["Sign in first.", "Connectez-vous d’abord."],
  [
    "Tokens are made and revoked by whoever is signed in, for himself, or by an administrator.",
    "Les jetons sont faits et révoqués par qui est connecté, pour soi, ou par un administrateur.",
  ],
  ["Sign in, or use selon tokens at the command line.", "Connectez-vous, ou prenez selon tokens en ligne de commande."],
  ["There is no such token.", "Il n’y a pas de tel jeton."],
  ["Nobody was signed in.", "Personne n’a été connecté."],
  ["The name and the password don't go together.", "Le nom et le mot de passe ne vont pas ensemble."],
  ["Check both, and try again.", "Vérifiez les deux, et réessayez."],
  ["The password was not looked at.", "Le mot de passe n’a pas été regardé."],
  ["Too many wrong ones were tried.", "Trop de faux ont été essayés."],
  ["Too many sign in at once.", "Trop de gens se connectent à la fois."],
  ["Nothing is watched under this id.", "Rien n’est surveillé sous cet identifiant."],
  ["Nothing here has that name.", "Rien ici ne porte ce nom."],
  ["Nothing was begun.", "Rien n’a été commencé."],
  ["{} is watched already.", "{} est déjà surveillé."],
  ["{} addresses are watched already.", "{} adresses sont déjà surveillées."],
  ["Stop it first to watch it in another way.", "Arrêtez-le d’abord pour le surveiller autrement."],
  ["Stop one, or use selon watch.", "Arrêtez-en une, ou prenez selon watch."],
  ["There is no such addition.", "Il n’y a pas de tel ajout."],
  ["Additions are remembered for a while only.", "Les ajouts ne sont retenus qu’un temps."],
  ["Nothing was added.", "Rien n’a été ajouté."],
  ["{} was not added.", "{} n’a pas été ajouté."],
  ["{} additions are waiting already.", "{} ajouts attendent déjà."],
  ["Send it again in a minute.", "Renvoyez-le dans une minute."],
  ["There was nothing in it.", "Il n’y avait rien dedans."],
  ["There was nothing at the address.", "Il n’y avait rien à l’adresse."],
  ["It can hold {} at most.", "Il peut en tenir {} au plus."],
  ["“{}” is no field of it.", "« {} » n’en est pas un champ."],
  ["Nothing was fetched.", "Rien n’a été pris."],
  ["It is not an http or https address.", "Ce n’est pas une adresse http ou https."],
  [
    "Give the address of an article, or send the article itself.",
    "Donnez l’adresse d’un article, ou envoyez l’article même.",
  ],
  ["{} was not taken.", "{} n’a pas été pris."],
  ["Send an article as text, HTML or Markdown.", "Envoyez un article en texte, HTML ou Markdown."],
  ["Nothing is told.", "Rien n’est dit."],
  ["{} listen already.", "{} écoutent déjà."],
  ["There is nothing at this address.", "Il n’y a rien à cette adresse."],
  ["There is nothing of that id.", "Il n’y a rien de cet identifiant."],
  ["There is no such document.", "Il n’y a pas de tel document."],
  ["There is no such question.", "Il n’y a pas de telle question."],
  ["List the documents at /api/documents.", "Listez les documents à /api/documents."],
  ["List the questions at /api/questions.", "Listez les questions à /api/questions."],
  ["List what there is at {}.", "Listez ce qu’il y a à {}."],
  ["List what is watched at /api/watches.", "Listez ce qui est surveillé à /api/watches."],
  ["List them at /api/tokens.", "Listez-les à /api/tokens."],
  ["See /api/docs for what there is.", "Voyez à /api/docs ce qu’il y a."],
  ["See /api/docs for what may be asked.", "Voyez à /api/docs ce qu’on peut demander."],
  ["Nothing was measured.", "Rien n’a été mesuré."],
  ["A file has no name, or one too long.", "Un fichier n’a pas de nom, ou un trop long."],
  ["{} does nothing here.", "{} ne fait rien ici."],
  ["This address takes {}.", "Cette adresse prend {}."],
  ["Use one of those.", "Prenez-en un de ceux-là."],
  ["This is not the server that was asked for.", "Ce n’est pas le serveur demandé."],
  [
    "The request names a host that is not this server's.",
    "La requête nomme un hôte qui n’est pas celui de ce serveur.",
  ],
  [
    "Use the address that selon serve told, or name yours with --public-url.",
    "Prenez l’adresse que selon serve a dite, ou nommez la vôtre avec --public-url.",
  ],
  ["The request can't be understood.", "La requête ne se comprend pas."],
  ["It is not HTTP as it should be.", "Ce n’est pas du HTTP comme il doit être."],
  ["Check the address.", "Vérifiez l’adresse."],
  ["The request was not read.", "La requête n’a pas été lue."],
  ["Its address and headers are too long.", "Son adresse et ses en-têtes sont trop longs."],
  ["Send less.", "Envoyez-en moins."],
  ["It did not come in time.", "Elle n’est pas venue à temps."],
  ["Send it again, faster.", "Renvoyez-la, plus vite."],
  ["The request could not be answered.", "La requête n’a pas pu recevoir de réponse."],
  [
    "Something went wrong inside Selon; the server's log tells what.",
    "Quelque chose a échoué dans Selon ; le journal du serveur dit quoi.",
  ],
  ["Try again, and report it if it happens again.", "Réessayez, et signalez-le si cela se reproduit."],
];

/** What a checked value is not, behind the name of its field. */
const parts: readonly Template[] = [
  ["is not an ISO 8601 date", "n’est pas une date ISO 8601"],
  ["is not a language tag", "n’est pas une étiquette de langue"],
  ["has either url or text", "a ou bien url, ou bien text"],
];

const slot = "(.{1,2000}?)";
let translate: ((sentence: string) => string | null) | null = null;
let translatePart: ((part: string) => string | null) | null = null;

/** A sentence of the server in French; null where nobody has translated it. */
export function frenchSentence(sentence: string): string | null {
  translate ??= translatorBy(sentences, slot);
  return translate(sentence);
}

/** What is wrong with a value, in French; as it is where nobody has translated it. */
export function frenchIssue(message: string): string {
  translatePart ??= translatorBy(parts, slot);
  return translatePart(message) ?? message;
}
