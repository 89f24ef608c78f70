/** What is said about users and tokens. */
const en = {
  ask: "Password: ",
  again: "The same again: ",
  differ: "These are two different ones.",
  missingName: "A name is missing.",
  missingRole: "Say which: --role reader, analyst or admin.",
  missingUser: "Say whose token it is: --user NAME.",
  missingId: "The token's id is missing; selon tokens list tells it.",
  badDays: (given: string): string => `“${given}” is not a number of days from 1 to 3650, nor “never”.`,
  done: {
    add: (name: string): string => `“${name}” may sign in.`,
    remove: (name: string): string => `“${name}” may no longer sign in; sessions and tokens are gone.`,
    role: (name: string): string => `The role of “${name}” is changed, from the next request on.`,
    password: (name: string): string => `The password of “${name}” is set; open sessions have ended.`,
  },
  made: (id: string): string => `Token ${id} is made. It is told once, here:`,
  revoked: (id: string): string => `Token ${id} does nothing any more.`,
  columns: {
    name: "name",
    role: "role",
    created: "since",
    id: "id",
    user: "user",
    scopes: "may",
    used: "used",
    expires: "until",
    revoked: "revoked",
  },
  never: "never",
};

const fr: typeof en = {
  ask: "Mot de passe : ",
  again: "Le même encore : ",
  differ: "Ce ne sont pas les mêmes.",
  missingName: "Il manque un nom.",
  missingRole: "Dites lequel : --role reader, analyst ou admin.",
  missingUser: "Dites à qui est le jeton : --user NOM.",
  missingId: "Il manque l’identifiant du jeton ; selon tokens list le dit.",
  badDays: (given) => `« ${given} » n’est ni un nombre de jours de 1 à 3650, ni « never ».`,
  done: {
    add: (name) => `« ${name} » peut se connecter.`,
    remove: (name) => `« ${name} » ne peut plus se connecter ; ses sessions et ses jetons sont supprimés.`,
    role: (name) => `Le rôle de « ${name} » est changé, dès la prochaine requête.`,
    password: (name) => `Le mot de passe de « ${name} » est posé ; les sessions ouvertes sont finies.`,
  },
  made: (id) => `Le jeton ${id} est fait. Il n’est dit qu’une fois, ici :`,
  revoked: (id) => `Le jeton ${id} ne fait plus rien.`,
  columns: {
    name: "nom",
    role: "rôle",
    created: "depuis",
    id: "id",
    user: "utilisateur",
    scopes: "peut",
    used: "employé",
    expires: "jusqu’au",
    revoked: "révoqué",
  },
  never: "jamais",
};

export const access = { en, fr };
