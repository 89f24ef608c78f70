import { fold, type Placed } from "./placed.ts";

/** Characters within which figures of one passage are of one place. */
const passage = 200;

/**
 * Figures that name no place, with the one their story leaves no doubt of: where the same giver gives the same value
 * (`81.000 manifestants selon la préfecture`, in Orvane by another paper), what stands in one passage with such a one, and
 * where the story counts the same thing in one place alone. Not: `700.000 selon le syndicat`, in a story that counts them
 * in two towns and in the whole country. One list a document, in the same order.
 */
export function settle(documents: readonly (readonly Placed[])[]): Placed[][] {
  const placed = new Map<string, Placed[]>();
  for (const figure of documents.flat())
    if (figure.place !== null) placed.set(kindOf(figure), [...(placed.get(kindOf(figure)) ?? []), figure]);
  return documents.map((own) => {
    const given = own.map((figure) => (figure.place === null ? oneOf(figure, placed, isRepeated) : null));
    return own.map((figure, at) => {
      if (figure.place !== null) return figure;
      const beside = own.findIndex(
        (other, index) =>
          given[index] !== null && kindOf(other) === kindOf(figure) && Math.abs(other.start - figure.start) < passage,
      );
      const source = given[at] ?? given[beside] ?? oneOf(figure, placed, () => true);
      if (source === null || source === undefined) return figure;
      const name = source.scope.place === null ? [] : [fold(source.scope.place)];
      return { ...figure, place: source.place, names: new Set([...figure.names, ...name]) };
    });
  });
}

const kindOf = ({ story, document, of }: Placed): string => `${story ?? document} ${of}`;

/** One of the placed figures of its kind that fit, where all of these are of one place. */
function oneOf(
  figure: Placed,
  placed: ReadonlyMap<string, readonly Placed[]>,
  fits: (a: Placed, b: Placed) => boolean,
): Placed | null {
  const all = (placed.get(kindOf(figure)) ?? []).filter((other) => fits(figure, other));
  const [first] = all;
  if (first === undefined || all.some(({ place }) => place !== first.place)) return null;
  return first.place === "country" || first.place?.startsWith("state:") === true ? null : first;
}

const isRepeated = (a: Placed, b: Placed): boolean =>
  a.value === b.value && a.upper === b.upper && a.giver === b.giver && a.document !== b.document;
