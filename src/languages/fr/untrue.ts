import type { Untrue } from "../events.ts";

/** By which words a clause says that something told is not so; on its words in lower case, one space between them. */
export const untrue: Untrue = {
  predicates: [
    /\b(?:ne |n')(?:repos|fond)\S+ (?:absolument )?sur (?:rien|aucune?)\b/,
    /\b(?:ne |n')(?:tien\S+|ten\S+) (?:pas|guère|point) (?:debout|la route)$/,
    /\bn'(?:existe|existent|existait) que dans (?:l'imagination|la tête|l'esprit|les rêves|les fantasmes)\b/,
    /\b(?:relèv|relev)\S+ (?:de la |du |de l'|d'une? )(?:pure? |seule? )?(?:fantasme|fiction|fable|invention|mythe|délire|roman|imagination|imaginaire)\b/,
    /\b(?:n'a|n'ont|n'avait|n'avaient) ni queue ni tête$/,
    /\b(?:sort\S*|tiré\S*|tombé\S*) (?:tout droit )?(?:du|d'un) chapeau$/,
    /\bn'(?:est|était|sont|étaient) (?:étayée?s?|corroborée?s?) par (?:rien|aucune?)\b/,
    /\b(?:thèse|hypothèse|piste|théorie|version|rumeur) .*\b(?:est|sont|était|étaient) (?:bel et bien )?(?:morte?s?|enterrée?s?|caduques?)$/,
    /^(?:rien|aucune? (?:élément|preuve|fait|indice|donnée|document|pièce|témoignage)) (?:\S+ ){0,3}?(?:n'|ne |vient )(?:étay\S+|étaie|corrobor\S+|accrédit\S+|appui\S+) (?:cet|cette|ces|ce|le|la|les|l'|son|sa)/,
  ],
  cleared: [
    /\b(?:le nombre|le total) d.* (?:est|était|a été|serait) (?:de |égal à )?(?:zéro|nul)\b/,
    /\b(?:met|mets|mettent|mettait|mettaient|mettra|mis|mise|mises|mettre|mettant) (?:\S+ ){0,4}?hors de cause\b/,
    /\b(?:disculp|exonér|exonèr)\S+/,
    /\binnocentée?s?\b/,
    /\bblanchie?s? (?:par (?:la justice|le tribunal|la cour|l'enquête|les juges|le juge)|de (?:toute?s? |ces |cette )?(?:accusation|soupçon|faute|charge)s?)\b/,
    /\b(?:est|sont|était|étaient|serait|seraient|soit|reste\S*|resté\S*|demeur\S+) (?:\S+ment )?étrang(?:ère?s?|ers?) (?:à|au|aux) /,
    /^(?:à laquelle|à quoi|auquel|auxquels|auxquelles) .* étrang(?:ère?s?|ers?)$/,
  ],
  liars: [/(?:^| )(?:ment|mentent)$/, /(?:^| )(?:raconte|racontent|dit|disent) n'importe quoi$/],
  replies: [
    /^(?:nous|je) (?:démentons|démens|rejetons|rejette|réfutons|réfute|contestons|conteste|nions|nie) (?:\S+ment )?(?:cela|ça|tout cela|ces (?:accusations|allégations|affirmations|propos|rumeurs))$/,
    /^(?:tout |exactement |précisément )?le contraire$/,
    /^jamais de la vie$/,
    /^(?:absolument|certainement|sûrement|surtout) pas$/,
    /^pas (?:du tout|le moins du monde)$/,
    /^(?:bien sûr que|mais|certes|évidemment que) non$/,
    /^(?:il n'y a )?(?:pas un (?:traître )?mot|rien) de vrai(?: (?:dans|là-dedans|dans tout cela).*)?$/,
    /^rien n'est vrai$/,
    /^(?:cela|ça|ceci) (?:n'(?:est|a)|ne s'est) (?:jamais|pas) (?:arrivé|passé|produit|existé|eu lieu)$/,
    /^rien de tel (?:n'est|n'a|ne s'est) (?:jamais )?(?:arrivé|passé|produit|existé|eu lieu)$/,
    /^(?:c'est |c'est vraiment )?n'importe quoi$/,
  ],
};
