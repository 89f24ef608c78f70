import { type Template, translatorBy } from "../../../text/templates.ts";

// What capture says of a document that could not be read, in French.

const sentences: readonly Template[] = [
  ["{} was not found.", "{} est introuvable."],
  ["{} could not be opened.", "{} n’a pas pu être ouvert."],
  ["{} could not be read.", "{} n’a pas pu être lu."],
  ["{} can't be read.", "{} ne peut pas être lu."],
  ["{} was not read.", "{} n’a pas été lu."],
  ["{} is empty.", "{} est vide."],
  ["{} holds nothing to read.", "{} ne contient rien à lire."],
  ["{} matches no file.", "{} ne désigne aucun fichier."],
  ["{} was not fetched.", "{} n’a pas été pris."],
  ["{} could not be opened as a web archive.", "{} n’a pas pu être ouvert comme archive du web."],
  [
    "{} was read up to byte {} of its unpacked records.",
    "{} a été lu jusqu’à l’octet {} de ses enregistrements décompressés.",
  ],
  ["{} was not taken from {} (byte {}).", "{} n’a pas été pris dans {} (octet {})."],
  ["There is no file or folder of that name.", "Il n’y a ni fichier ni dossier de ce nom."],
  ["The system does not permit this user to read it.", "Le système ne permet pas à cet utilisateur de le lire."],
  ["It is a symbolic link that leads to itself.", "C’est un lien symbolique qui mène à lui-même."],
  ["The path is longer than the system permits.", "Le chemin est plus long que le système ne le permet."],
  ["The system reports {}.", "Le système signale {}."],
  [
    "It is neither a file nor a folder (a device, pipe or socket).",
    "Ce n’est ni un fichier ni un dossier (mais un périphérique, un tube ou une prise).",
  ],
  ["No file in it or below ends in {}.", "Aucun fichier n’y finit par {}, ni plus bas."],
  ["No file has a path of that pattern.", "Aucun fichier n’a un chemin de ce motif."],
  ["It is larger than the limit of {}.", "C’est plus grand que la limite de {}."],
  [
    "Not read as a statement: « {} », which may attribute what stands beside it (confidence {}, rule {}).",
    "Laissé de côté : « {} », qui attribue peut-être ce qui est à côté (confiance {}, règle {}).",
  ],
  [
    "Not read as a statement: words that may be somebody's (confidence {}, rule {}).",
    "Laissé de côté : des mots qui sont peut-être ceux de quelqu’un (confiance {}, règle {}).",
  ],
  [
    "The page holds no text; it may need its scripts to run to show any.",
    "La page n’a pas de texte ; peut-être n’en montre-t-elle qu’avec ses scripts.",
  ],
  [
    "The page is too large to tell its article apart; all its text was taken.",
    "La page est trop grande pour y trouver l’article ; tout son texte a été pris.",
  ],
  [
    "No main text could be told apart; all the text of the page was taken.",
    "Aucun texte principal n’a été trouvé ; tout le texte de la page a été pris.",
  ],
  [
    "The page's JSON-LD could not be read; its other metadata was used.",
    "Le JSON-LD de la page n’a pas pu être lu ; ses autres métadonnées ont servi.",
  ],
  ["Declared as {}, but the text is in {}.", "Déclaré en {}, mais le texte est en {}."],
  [
    "Only the first {} of {} characters were read; split the document to read the rest.",
    "Seuls les {} premiers caractères sur {} ont été lus ; partagez le document pour lire le reste.",
  ],
  [
    "The declared encoding “{}” is not known; it was detected instead.",
    "L’encodage déclaré « {} » n’est pas connu ; il a été deviné.",
  ],
  [
    "Declared as {}, but the bytes are valid UTF-8; read as UTF-8.",
    "Déclaré en {}, mais les octets sont de l’UTF-8 ; lu en UTF-8.",
  ],
  ["Not UTF-8; read as {}, in which the text reads best.", "Pas de l’UTF-8 ; lu en {}, où le texte se lit le mieux."],
  [
    "Some bytes are not valid {}; they are shown as U+FFFD (first at character {}).",
    "Des octets ne sont pas du {} ; ils sont montrés comme U+FFFD (d’abord au caractère {}).",
  ],
  ["There is no text in it.", "Il n’y a pas de texte dedans."],
  ["This is not text but {}.", "Ce n’est pas du texte, mais {}."],
  ["It is not an address.", "Ce n’est pas une adresse."],
  ["{} addresses are not fetched.", "On ne prend rien aux adresses en {}."],
  [
    "It holds a user name or password, which would be kept with the document.",
    "Elle contient un nom d’utilisateur ou un mot de passe, qui serait gardé avec le document.",
  ],
  [
    "It redirects to {}, which is an address of this machine or of a private network.",
    "Elle renvoie à {}, une adresse de cette machine ou d’un réseau privé.",
  ],
  [
    "It leads to {}, which is an address of this machine or of a private network.",
    "Elle mène à {}, une adresse de cette machine ou d’un réseau privé.",
  ],
  ["The server answered with status {}.", "Le serveur a répondu par le code {}."],
  ["Nothing, or not everything, came within {} s.", "Rien, ou pas tout, n’est venu en {} s."],
  ["The name of its server could not be resolved.", "Le nom de son serveur n’a pas pu être résolu."],
  ["The connection failed ({}).", "La connexion a échoué ({})."],
  [
    "The robots.txt of {} does not let programs fetch it.",
    "Le robots.txt de {} ne laisse pas les programmes la prendre.",
  ],
  [
    "The robots.txt of {} could not be read now, and it may forbid it.",
    "Le robots.txt de {} n’a pas pu être lu, et il l’interdit peut-être.",
  ],
  ["It is compressed more than once.", "C’est compressé plus d’une fois."],
  ["Its compression is damaged ({}).", "La compression est endommagée ({})."],
  ["Its compression is damaged or cut off ({}).", "La compression est endommagée ou coupée ({})."],
  ["Its compression ({}) is not known.", "La compression ({}) n’est pas connue."],
  ["It could not be read ({}).", "Cela n’a pas pu être lu ({})."],
  ["Its directory is damaged ({}).", "Son répertoire est endommagé ({})."],
  [
    "None of its records is a page or a text that a server gave.",
    "Aucun de ses enregistrements n’est une page ou un texte donné par un serveur.",
  ],
  ["A line is longer than any of an archive.", "Une ligne est plus longue qu’aucune d’une archive."],
  ["No record begins here.", "Aucun enregistrement ne commence ici."],
  ["The head of a record is damaged or cut off.", "La tête d’un enregistrement est endommagée ou coupée."],
  ["A record does not tell its length.", "Un enregistrement ne dit pas sa longueur."],
  ["A record is cut off after {} of its {} bytes.", "Un enregistrement est coupé après {} de ses {} octets."],
  [
    "Check the path; put patterns with * between quotation marks.",
    "Vérifiez le chemin ; mettez les motifs avec * entre guillemets droits.",
  ],
  [
    "Give yourself permission to read it (chmod u+r; folders also need u+x).",
    "Donnez-vous le droit de le lire (chmod u+r ; pour un dossier, aussi u+x).",
  ],
  ["Remove or repair the link.", "Supprimez ou réparez le lien."],
  ["Check the path.", "Vérifiez le chemin."],
  ["Check the disk or the path and try again.", "Vérifiez le disque ou le chemin, et réessayez."],
  ["Pipe it in and give - instead.", "Passez-le par un tube, et donnez - à la place."],
  ["Name files of other endings one by one.", "Nommez un par un les fichiers d’autres fins."],
  ["Check the pattern and the folder you are in.", "Vérifiez le motif et le dossier où vous êtes."],
  ["Split it, or raise the limit (--max-size).", "Partagez-le, ou relevez la limite (--max-size)."],
  ["Check whether it was saved or downloaded whole.", "Vérifiez qu’il a été enregistré ou téléchargé en entier."],
  ["Export it as text or HTML and give that.", "Exportez-le en texte ou en HTML, et donnez cela."],
  [
    "Give an http or https address without user name and password.",
    "Donnez une adresse http ou https sans nom d’utilisateur ni mot de passe.",
  ],
  [
    "If that is meant, allow private addresses (--allow-private).",
    "Si c’est voulu, permettez les adresses privées (--allow-private).",
  ],
  [
    "Check the address; the page may have been moved or withdrawn.",
    "Vérifiez l’adresse ; la page a peut-être été déplacée ou retirée.",
  ],
  [
    "Save the page from a browser that may see it, and give the file.",
    "Enregistrez la page depuis un navigateur qui peut la voir, et donnez le fichier.",
  ],
  [
    "Save the page from a browser and give the file, or ask the site.",
    "Enregistrez la page depuis un navigateur et donnez le fichier, ou demandez au site.",
  ],
  [
    "Save the page from a browser and give the file, if it is to be trusted.",
    "Enregistrez la page depuis un navigateur et donnez le fichier, si l’on peut s’y fier.",
  ],
  ["Try again later.", "Réessayez plus tard."],
  ["Try again later, or allow more time (--timeout).", "Réessayez plus tard, ou laissez plus de temps (--timeout)."],
  ["Check the address and the network.", "Vérifiez l’adresse et le réseau."],
  ["Check the network and try again later.", "Vérifiez le réseau et réessayez plus tard."],
  [
    "Check that it is a web archive of pages (WARC or WACZ).",
    "Vérifiez que c’est une archive de pages du web (WARC ou WACZ).",
  ],
  ["Check whether it was copied whole.", "Vérifiez qu’elle a été copiée en entier."],
  [
    "What came before is taken; get the archive anew if it should hold more.",
    "Ce qui précède est pris ; reprenez l’archive si elle devait contenir plus.",
  ],
  ["The other records are taken.", "Les autres enregistrements sont pris."],
];

/** Kinds of files that are no text. */
const kinds: readonly Template[] = [
  ["a PDF file", "un fichier PDF"],
  ["a ZIP archive (or an office document)", "une archive ZIP (ou un document de bureautique)"],
  ["a program (ELF)", "un programme (ELF)"],
  ["data with NUL bytes", "des données à octets nuls"],
  ["data with many control characters", "des données pleines de caractères de commande"],
  ["an old office document", "un ancien document de bureautique"],
  ["a WebP image or sound", "une image WebP ou un son"],
  ["a {} archive", "une archive {}"],
  ["an {} archive", "une archive {}"],
  ["a {} image", "une image {}"],
  ["an {} document", "un document {}"],
  ["an {} database", "une base {}"],
  ["an {} recording", "un enregistrement {}"],
  ["an {} film", "un film {}"],
];

const slot = "(.{1,2000}?)";
let translate: ((sentence: string) => string | null) | null = null;
let kindOf: ((kind: string) => string | null) | null = null;

/** A sentence of a failure in French; as it is where nobody has translated it. */
export function frenchFailure(sentence: string): string {
  translate ??= translatorBy(sentences, slot);
  kindOf ??= translatorBy(kinds, slot);
  const kind = /^This is not text but (.+)\.$/.exec(sentence)?.[1];
  const known = kind === undefined ? sentence : `This is not text but ${kindOf(kind) ?? kind}.`;
  return translate(known) ?? sentence;
}
