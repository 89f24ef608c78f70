/** What happened, why, and what to do. */
export type ToldError = { readonly what: string; readonly why: string; readonly todo: string };
type Details = Readonly<Record<string, string | number>>;

/** What a coded error says in French, by its code. English is what the error itself says. */
export const frenchErrors: Readonly<Record<string, (details: Details) => ToldError>> = {
  conflict: ({ author, time, decision }) => ({
    what: "Quelqu’un d’autre en a décidé entre-temps.",
    why: decision === "" ? "Ce qui était attendu n’y est pas." : `${author}, le ${time} (${decision}).`,
    todo: "Regardez encore, et décidez à nouveau si vous le voulez toujours.",
  }),
  "no-such-thing": ({ id }) => ({
    what: `Il n’y a rien qui s’appelle « ${id} ».`,
    why: "Aucun identifiant de ce registre n’est cela ni ne commence ainsi.",
    todo: "Cherchez son identifiant dans les listes.",
  }),
  "which-thing": ({ id, found }) => ({
    what: `« ${id} » est le début de plusieurs identifiants.`,
    why: String(found),
    todo: "Donnez-en davantage.",
  }),
  "already-undone": ({ decision, author, time, by }) => ({
    what: `${decision} est déjà annulée.`,
    why: `Par ${author}, le ${time} (${by}).`,
    todo: `Pour la remettre, annulez cela : selon undo ${by}`,
  }),
  "bad-decision": ({ why }) => ({
    what: "Cela ne peut se décider ainsi.",
    why: `${why}.`,
    todo: "Voir : selon decide --help",
  }),
  "nothing-to-undo": ({ author }) => ({
    what: "Il n’y a rien à annuler.",
    why: `Aucune décision de ${author} ne tient.`,
    todo: "Nommez la décision ; selon decisions les liste.",
  }),
  "no-preview": ({ kind }) => ({
    what: `Ce que « ${kind} » changerait ne peut être montré avant.`,
    why: "On le montre pour les fusions et séparations d’affirmations et d’histoires, et pour les origines.",
    todo: "Décidez-le ; cela s’annule.",
  }),
  "nothing-changed": () => ({
    what: "Cela ne change rien.",
    why: "Il manque ce qui est juste : un locuteur, un acte, une cote, des mots.",
    todo: "Donnez-en au moins un.",
  }),
  "same-twice": () => ({
    what: "Au moins deux sont une seule et même chose.",
    why: "On ne réunit que des choses différentes.",
    todo: "Donnez des identifiants différents.",
  }),
  "nothing-left": () => ({
    what: "Il n’en resterait rien.",
    why: "Ce qui est séparé est une partie, non le tout.",
    todo: "Donnez moins d’identifiants.",
  }),
  "bad-span": ({ start, end, length }) => ({
    what: `Il n’y a pas de mots de ${start} à ${end}.`,
    why: `Le texte a ${length} caractères (unités UTF-16), et un passage tient des mots et aucune moitié de caractère.`,
    todo: "Cherchez les positions avec : selon read --format json.",
  }),
  "bad-export": ({ line, cause }) => ({
    what: `Ce n’est pas un registre exporté${line === 0 ? "" : ` (ligne ${line})`}.`,
    why: `${cause}. Rien n’a été gardé.`,
    todo: "Exportez de nouveau avec : selon export > ledger.jsonl",
  }),
  "ledger-not-empty": ({ folder }) => ({
    what: `Il y a déjà quelque chose dans ${folder}.`,
    why: "On n’écrit pas par-dessus un registre.",
    todo: "Nommez un autre dossier.",
  }),
  "bad-copy": ({ folder, fault }) => ({
    what: `La copie n’est pas entière (${fault}).`,
    why: `Ce dont elle est faite, dans ${folder}, a été modifié ou est abîmé.`,
    todo: "Voyez chaque défaut avec : selon verify.",
  }),
  "no-backup": ({ folder }) => ({
    what: `Il n’y a pas de copie dans ${folder}.`,
    why: "Il y faut le fichier d’un registre, entier.",
    todo: "Nommez le dossier donné à selon backup.",
  }),
  "not-sqlite": () => ({
    what: "Ce registre est dans une base PostgreSQL.",
    why: "On en fait une copie avec les outils du serveur (pg_dump), ou avec selon export.",
    todo: "Prenez : selon export > ledger.jsonl",
  }),
  "user-exists": ({ name }) => ({
    what: `Il y a déjà un utilisateur « ${name} ».`,
    why: "Les noms ne se distinguent pas par les majuscules.",
    todo: "Choisissez un autre nom.",
  }),
  "no-such-user": ({ name }) => ({
    what: `Il n’y a pas d’utilisateur « ${name} ».`,
    why: "Personne de ce nom n’a été ajouté.",
    todo: "Pour les lister : selon users list.",
  }),
  "last-admin": ({ name }) => ({
    what: `« ${name} » reste administrateur.`,
    why: "Plus personne ne pourrait dire qui peut quoi.",
    todo: "Faites d’abord un autre administrateur : selon users role NOM --role admin.",
  }),
  "bad-user-name": ({ name }) => ({
    what: `« ${name} » ne peut pas être le nom d’un utilisateur.`,
    why: "Un nom a des lettres, des chiffres, des espaces et . _ @ ' + -, cent signes au plus.",
    todo: "Choisissez un autre nom.",
  }),
  "weak-password": ({ shortest }) => ({
    what: "Ce mot de passe n’est pas pris.",
    why: `Il lui faut ${shortest} signes au moins, dont cinq différents, et il ne peut pas être le nom.`,
    todo: "Choisissez-en un plus long : plusieurs mots conviennent.",
  }),
  "no-such-token": ({ id }) => ({
    what: `Il n’y a pas de jeton ${id}.`,
    why: "Il n’a jamais été fait, ou est déjà révoqué.",
    todo: "Pour les lister : selon tokens list.",
  }),
  "scope-beyond-role": ({ name, scopes }) => ({
    what: `« ${name} » ne peut pas avoir un jeton qui peut ${scopes}.`,
    why: "Son rôle ne le permet pas.",
    todo: "Demandez moins.",
  }),
  "ledger-missing": ({ folder }) => ({
    what: `Il n’y a pas de registre dans ${folder}.`,
    why: "Rien n’y a encore été ajouté.",
    todo: "Ajoutez d’abord des articles, par exemple : selon add articles/*.txt. Pour un registre ailleurs, nommez son dossier avec --ledger.",
  }),
  "ledger-locked": ({ folder }) => ({
    what: `Le registre de ${folder} est occupé.`,
    why: "Un autre programme y écrit depuis plus longtemps que nous n’attendons.",
    todo: "Relancez la commande quand il aura fini.",
  }),
  "ledger-damaged": ({ folder, cause }) => ({
    what: `Le registre de ${folder} est abîmé.`,
    why: `Son fichier n’est pas une base entière${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Remettez une copie du dossier, ou commencez un nouveau registre avec --ledger et ajoutez de nouveau les articles.",
  }),
  "ledger-foreign": ({ folder }) => ({
    what: `La base de ${folder} n’est pas un registre de Selon.`,
    why: "Elle porte la marque d’un autre programme.",
    todo: "Nommez un autre dossier avec --ledger.",
  }),
  "ledger-newer": ({ folder, found, known }) => ({
    what: `Le registre de ${folder} a été écrit par un Selon plus récent.`,
    why: `Son schéma est de version ${found} ; ce programme connaît jusqu’à la version ${known}.`,
    todo: "Prenez le Selon plus récent, ou nommez un autre dossier avec --ledger.",
  }),
  "ledger-read-only": ({ folder }) => ({
    what: `On ne peut pas écrire dans le registre de ${folder}.`,
    why: "Le dossier ou son fichier est en lecture seule.",
    todo: "Changez ses droits, ou copiez le dossier et nommez la copie avec --ledger.",
  }),
  "ledger-disk-full": ({ folder }) => ({
    what: `Le registre de ${folder} n’a pas pu garder davantage.`,
    why: "Le disque est plein.",
    todo: "Libérez de la place et relancez la commande : ce qui a été confirmé est gardé.",
  }),
  "ledger-disk-failed": ({ folder, cause }) => ({
    what: `Le registre de ${folder} n’a pas pu être lu ou écrit.`,
    why: `Le disque a refusé${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Vérifiez le disque et ses limites, puis relancez la commande : ce qui a été confirmé est gardé.",
  }),
  "ledger-no-permission": ({ folder }) => ({
    what: `Le registre de ${folder} ne peut pas être ouvert.`,
    why: "Le dossier ou son fichier ne peut pas être lu.",
    todo: "Changez ses droits, ou nommez un autre dossier avec --ledger.",
  }),
  "ledger-not-a-folder": ({ folder }) => ({
    what: `Il ne peut pas y avoir de registre dans ${folder}.`,
    why: "C’est un fichier, et un registre est un dossier.",
    todo: "Nommez un dossier avec --ledger.",
  }),
  "ledger-bad-address": ({ folder }) => ({
    what: `${folder} n’est pas l’adresse d’une base.`,
    why: "Une adresse PostgreSQL a un hôte et le nom d’une base.",
    todo: "Écrivez-la postgres://utilisateur:motdepasse@hôte:5432/base, dans SELON_DATABASE_URL ou après --ledger.",
  }),
  "ledger-unreachable": ({ folder, cause }) => ({
    what: `Le registre de ${folder} est hors d’atteinte.`,
    why: `Le serveur ne répond pas, ou la connexion s’est perdue${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Vérifiez que PostgreSQL y tourne et que l’adresse est juste, puis relancez la commande : ce qui a été confirmé est gardé.",
  }),
  "ledger-refused": ({ folder, cause }) => ({
    what: `Le serveur du registre de ${folder} ne nous laisse pas entrer.`,
    why: `Il refuse l’utilisateur ou le mot de passe${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Vérifiez l’utilisateur et le mot de passe dans l’adresse.",
  }),
  "ledger-no-database": ({ folder, cause }) => ({
    what: `Il n’y a pas de base pour un registre à ${folder}.`,
    why: `Le serveur n’en a pas de ce nom${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Créez-la sur le serveur avec createdb, ou nommez-en une autre dans l’adresse.",
  }),
  "ledger-no-rights": ({ folder, cause }) => ({
    what: `Le registre de ${folder} ne peut pas être changé.`,
    why: `L’utilisateur de la base n’en a pas le droit${cause === undefined ? "" : ` (${cause})`}.`,
    todo: "Donnez-lui les droits sur les tables, ou nommez un autre utilisateur dans l’adresse.",
  }),
  "ledger-crowded": ({ folder }) => ({
    what: `Le serveur du registre de ${folder} ne prend plus de connexions.`,
    why: "Toutes sont prises.",
    todo: "Relancez la commande plus tard, baissez SELON_DATABASE_CONNECTIONS, ou augmentez max_connections sur le serveur.",
  }),
  "not-loopback": ({ host }) => ({
    what: `Selon n’écoute pas sur ${host}.`,
    why: "Le registre n’a pas encore d’utilisateur : quiconque l’atteindrait pourrait tout lire et ajouter.",
    todo: "Ajoutez-en d’abord un : selon users add NOM --role admin.",
  }),
  "cannot-listen": ({ host, port, cause }) => ({
    what: `Le port ${port} de ${host} ne peut pas servir.`,
    why: cause === "" ? "Un autre programme y écoute." : `Le système a refusé (${cause}).`,
    todo: "Choisissez un autre port avec --port.",
  }),
  "no-queue": ({ folder }) => ({
    what: `Le registre de ${folder} n’a pas de file d’attente.`,
    why: "Un registre dans un dossier est lu par qui y ajoute.",
    todo: "Ajoutez sans --queue, ou tenez le registre dans PostgreSQL (SELON_DATABASE_URL).",
  }),
  "bad-query": ({ field, given, known }) => ({
    what:
      field === "empty"
        ? "Il n’y a rien à chercher."
        : field === "too-long"
          ? `La recherche est trop longue : ${known} au plus.`
          : `« ${given} » n’est pas une valeur de ${field}:.`,
    why: field === "empty" || field === "too-long" ? "" : `Au choix : ${known}.`,
    todo: "Voir : selon search --help",
  }),
  "speakers-file": ({ file, why }) => ({
    what: `${file} n’est pas une liste de locuteurs.`,
    why: String(why ?? ""),
    todo: 'Il faut du JSON tel que {"speakers": {"Ada Lovell": ["Lovell", "la maire"]}}.',
  }),
  "no-such-story": ({ story }) => ({
    what: `Il n’y a pas d’histoire « ${story} ».`,
    why: "Aucun identifiant d’histoire de ce registre ne commence ainsi.",
    todo: "Listez les histoires avec : selon stories.",
  }),
  "which-story": ({ story, found }) => ({
    what: `Plus d’une histoire commence par « ${story} ».`,
    why: String(found ?? ""),
    todo: "Donnez davantage de son identifiant.",
  }),
};
