import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture } from "../pipeline.ts";
import { withOrigins } from "./index.ts";

/** The bounds of a claim made of the last statement, or else the last sentence, of each text. */
function boundsOf(...texts: readonly string[]): readonly [lower: number, upper: number, reasons: string] {
  const readings = texts.map((text, at) =>
    readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` })),
  );
  const positions = readings.map(({ document, statements, propositions }) => {
    const said = statements.at(-1);
    const told = propositions.find(({ statement }) => statement === (said?.id ?? null)) ?? propositions.at(-1);
    if (told === undefined) throw new Error(`Nothing is said in ${document.text}`);
    const speaker = said?.speaker ?? { id: "author", name: "author" };
    const because = { rule: "alignment/positions", spans: [], reason: "The words state it without reserve." };
    return {
      document: document.id,
      uri: document.uri,
      statement: said?.id ?? told.id,
      speaker,
      chain: said?.chain ?? [],
      position: "affirm" as const,
      evidence: told.evidence,
      because,
    };
  });
  const claim = { id: "c", story: null, proposition: "", positions, rivals: [] };
  const [made] = withOrigins({ stories: [], claims: [claim], figures: [] }, readings).claims;
  const affirm = made?.origins.affirm ?? { lower: 0, upper: 0, groups: [] };
  return [affirm.lower, affirm.upper, affirm.groups.map(({ because }) => because).join(" ")];
}

test("some people without a name may be those of another paper", () => {
  const [lower, upper, reasons] = boundsOf(
    "Une infirmière affirme que la pompe était cassée.",
    "Deux salariés de l'équipe de nuit affirment que la pompe était cassée.",
  );
  expect([lower, upper, reasons]).toEqual([1, 2, "Sources that are not named may be the same."]);
  expect(
    boundsOf(
      "Une infirmière affirme que la pompe était cassée.",
      "Les pompiers affirment que la pompe était cassée.",
    ).slice(0, 2),
  ).toEqual([2, 2]);
});

test("two papers that speak of a document may speak of one", () => {
  const [lower, upper, reasons] = boundsOf(
    "D'après une note interne, la digue est fissurée.",
    "Selon un rapport confidentiel, la digue est fissurée.",
  );
  expect([lower, upper]).toEqual([1, 2]);
  expect(reasons).toMatch(/may be one document/);
});

test("a delegate gives the word of the union that was named just before", () => {
  const [lower, upper] = boundsOf(
    "Le syndicat des dockers affirme que le quai était fermé.",
    "Le syndicat des dockers dénonce la fermeture du port. « Le quai était fermé », accuse sa déléguée, Ida Moll.",
  );
  expect(lower).toBe(1);
  expect(upper).toBe(2);
});

test("narrators who name no source may have it from others, or from one account", () => {
  const narrators = ["La digue est fissurée depuis mars.", "Une fissure traverse la digue depuis mars."];
  expect(boundsOf("La préfecture affirme que la digue est fissurée.", ...narrators).slice(0, 2)).toEqual([1, 3]);
  expect(boundsOf(...narrators)).toEqual([
    1,
    2,
    "0.txt names no source for it, and may have it from another. 1.txt names no source for it, and may have it from another.",
  ]);
  expect(
    boundsOf("La préfecture affirme que la digue est fissurée.", "Le maire affirme que la digue est fissurée.").slice(
      0,
      2,
    ),
  ).toEqual([2, 2]);
});

test("what is only planned is known from who plans it", () => {
  const union = "L'intersyndicale affirme que la marche aura lieu samedi.";
  const planned = boundsOf(union, "Une autre marche est prévue samedi à Harn.");
  expect(planned[2]).toMatch(/only planned, and may have it from/);
  expect(boundsOf(union, "Une autre marche a eu lieu samedi à Harn.")[2]).not.toMatch(/only planned/);
});

test("a narrator beside two whom the article names does not make one of them", () => {
  const [document] = [
    readCapture(
      captureBytes(
        new TextEncoder().encode(
          "La digue est fissurée. Le maire affirme que la digue est fissurée. Un syndicat de dockers affirme que la digue est fissurée.",
        ),
        { uri: "a.txt" },
      ),
    ),
  ];
  const because = { rule: "alignment/positions", spans: [], reason: "The words state it without reserve." };
  const base = { document: document.document.id, uri: "a.txt", position: "affirm" as const, because };
  const told = document.propositions.find(({ statement }) => statement === null);
  if (told === undefined) throw new Error("The narrator says nothing");
  const author = { id: "author", name: "author" };
  const positions = [
    { ...base, statement: told.id, speaker: author, chain: [], evidence: told.evidence },
    ...document.statements.map(({ id, speaker, chain, content }) => ({
      ...base,
      statement: id,
      speaker,
      chain,
      evidence: content[0] ?? told.evidence,
    })),
  ];
  const claim = { id: "c", story: null, proposition: "", positions, rivals: [] };
  const [made] = withOrigins({ stories: [], claims: [claim], figures: [] }, [document]).claims;
  expect([positions.length, made?.origins.affirm.lower, made?.origins.affirm.upper]).toEqual([3, 2, 2]);
});

test("of what hangs on its claim by little, one origin at least is all that is sure", () => {
  const texts = ["Ada Lind affirme que la digue est fissurée.", "Milo Terkan affirme que la digue est fissurée."];
  const readings = texts.map((text, at) =>
    readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` })),
  );
  const because = { rule: "alignment/positions", spans: [], reason: "The words state it without reserve." };
  const positions = readings.flatMap(({ document: { id: document, uri }, statements }) =>
    statements.map(({ id: statement, speaker, chain, content }) => {
      const [evidence] = content;
      if (evidence === undefined) throw new Error("Nothing is said");
      return { document, uri, statement, speaker, chain, position: "affirm" as const, evidence, because };
    }),
  );
  const boundsOf = (...held: readonly number[]): readonly number[] => {
    const told = positions.map((one, at) => ({ ...one, held: held[at] ?? 100 }));
    const claim = { id: "c", story: null, proposition: "", positions: told, rivals: [] };
    const [made] = withOrigins({ stories: [], claims: [claim], figures: [] }, readings).claims;
    return [made?.origins.affirm.lower ?? 0, made?.origins.affirm.upper ?? 0];
  };
  expect(boundsOf(50, 70)).toEqual([2, 2]);
  expect(boundsOf(60, 49)).toEqual([1, 2]);
  expect(boundsOf(30, 20)).toEqual([1, 2]);
});

test("an article that names no outlet is an origin by its title or its file, not by where the file lies", () => {
  const text = "La digue est fissurée depuis lundi. Elle cédera.";
  const reading = readCapture(captureBytes(new TextEncoder().encode(text), { uri: "/home/desk/in/digue.txt" }));
  const [told] = reading.propositions;
  if (told === undefined) throw new Error("Nothing is told");
  const position = {
    document: reading.document.id,
    uri: reading.document.uri,
    statement: told.id,
    speaker: { id: "author", name: "author" },
    chain: [],
    position: "affirm" as const,
    evidence: told.evidence,
    because: { rule: "alignment/positions", spans: [], reason: "The words state it without reserve." },
  };
  const claim = { id: "c", story: null, proposition: "", positions: [position], rivals: [] };
  const rootIn = (one: typeof reading): string | undefined =>
    withOrigins({ stories: [], claims: [claim], figures: [] }, [one]).claims[0]?.origins.affirm.groups[0]?.root;
  expect(rootIn({ ...reading, document: { ...reading.document, title: null } })).toBe("digue.txt");
  expect(rootIn({ ...reading, document: { ...reading.document, title: "La digue" } })).toBe("La digue");
});
