import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";
import { contraryOf } from "./contrary.ts";

test.each([
  ["fr", "le bac n'a pas été vendu", "le bac a été vendu"],
  ["fr", "Je n'ai jamais vu ce contrat", "J'ai vu ce contrat"],
  ["fr", "aucune barque n'a coulé", "quelque barque a coulé"],
  ["fr", "Elle n'avait touché aucun loyer", "Elle avait touché quelque loyer"],
  ["fr", "Il n'y a pas eu la moindre vente", "Il y a eu quelque vente"],
  ["fr", "Il n'y a pas eu de vente", "Il y a eu quelque vente"],
  ["fr", "Le pays n'avait plus connu de panique", "Le pays avait connu quelque panique"],
  ["fr", "Nous n'avons rien dissimulé", "Nous avons dissimulé quelque chose"],
  ["fr", "Elle n'avait pas encore de bac", "Elle avait déjà quelque bac"],
  ["fr", "Il n'a pas encore réagi", "Il a déjà réagi"],
  ["fr", "Il n'y a pas eu de blessés", "Il y a eu quelques blessés"],
  ["en", "It hasn't yet reacted", "It has already reacted"],
  ["en", "It has not yet reacted", "It has already reacted"],
  ["fr", "Je n'ai rien su avant mardi", "J'ai su quelque chose avant mardi"],
  ["fr", "Personne n'a crié", "quelqu'un a crié"],
  ["fr", "il n'a pas promis de vendre le bac", "il a promis de vendre le bac"],
  ["fr", "Le bac ne flotte guère", null],
  ["fr", "Le bac flotte", null],
  ["fr", "Il n'a ni vu ni vendu le bac", null],
  ["en", "There was no sale", "There was some sale"],
  ["en", "the ferry wasn't sold", "the ferry was sold"],
  ["en", "I never met Mr Lind", "I met Mr Lind"],
  ["en", "The ferry notably sank", null],
  ["de", "Die Fähre sank nicht", null],
])("%s: %s", (language, text, contrary) => {
  expect(contraryOf(text, language)).toBe(contrary);
});

const claims = (...texts: string[]) =>
  relate(
    texts.map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` }))),
  ).claims.map(({ proposition, positions }) => `${proposition} ${positions.map(({ position }) => position).join()}`);

test.each([
  ["« Il n'y a pas eu de vente », a dit la maire, Ida Kroll.", "Il y a eu quelque vente. deny"],
  ["“There was no sale,” Anna Holt said.", "There was some sale. deny"],
  [
    "La maire, Ida Kroll, a répété que la ville n'avait touché aucun loyer.",
    "La ville avait touché quelque loyer. deny",
  ],
])("what one alone says is not so answers that it is: %s", (text, claim) => {
  expect(claims(text)).toContain(claim);
});

test.each([
  ["Le bac de Harn n'a pas été vendu.", "Le bac de Harn n'a pas été vendu. affirm"],
  ["« Aucun bac n'a coulé », a dit Ida Kroll. La préfecture dément.", "Aucun bac n'a coulé. affirm,deny"],
  ["Ida Kroll dit n'avoir jamais signé. « C'est faux », répond Oda Lind.", "N'avoir jamais signé. affirm,deny"],
  ["« Le bac ne sera pas vendu », a promis la maire, Ida Kroll.", "Le bac ne sera pas vendu. affirm"],
])("not what a document tells by itself, nor what is promised: %s", (text, claim) => {
  expect(claims(text)).toContain(claim);
});
