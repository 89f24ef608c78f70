import { expect, test } from "vitest";
import { dossierOf } from "../../src/report/index.ts";
import { disagreements, partsOf } from "../../src/report/view.ts";
import { author, bounds, claimOf, generated, ministry, portAubry, positionOf, readingOf, staff } from "./fixture.ts";

const { alignment, readings } = portAubry();

test("articles are numbered in order of publication, undated ones last", () => {
  const { articles } = dossierOf(alignment, readings, { generated });
  expect(articles.map((article) => article.document.uri)).toEqual([
    "rewrite.txt",
    "dispatch.txt",
    "report.txt",
    "relay.txt",
  ]);
  expect(articles.map((article) => article.number)).toEqual([1, 2, 3, 4]);
});

test("contested claims come first", () => {
  const { claims } = dossierOf(alignment, readings, { generated });
  expect(claims.map((claim) => claim.status)).toEqual(["contested", "single-source", "uncontested"]);
});

test("the order of the readings changes nothing", () => {
  const forward = dossierOf(alignment, readings, { generated });
  const backward = dossierOf(alignment, [...readings].reverse(), { generated });
  expect(backward).toEqual(forward);
});

test("a claim in the words of an article is known as theirs, one in our words as ours", () => {
  const { claims } = dossierOf(alignment, readings, { generated });
  expect(claims.map((claim) => claim.verbatim)).toEqual([true, false, true]);
});

test("captures of one address know each other as revisions", () => {
  const [first, second] = readings;
  if (!first || !second) throw new Error("no readings");
  const same = [first, second].map((reading) => ({
    ...reading,
    document: { ...reading.document, canonical: "https://courrier.example/direct" },
  }));
  const { articles } = dossierOf({ stories: [], claims: [], figures: [] }, same, { generated });
  expect(articles.map((article) => article.revisions)).toEqual([[2], [1]]);
  expect(articles.map((article) => article.replacedBy)).toEqual([2, null]);
});

test("several stories of a size give the dossier no title of one of them", () => {
  const stories = readings.map(({ document }) => ({
    id: document.id as string,
    title: document.uri,
    when: null,
    where: null,
    documents: [document.id],
    claims: [],
  }));
  expect(dossierOf({ ...alignment, stories }, readings, { generated }).title).toBe("");
  expect(dossierOf(alignment, readings, { generated }).title).toBe("Explosions at Port-Aubry");
});

test("a story's dossier holds that story alone", () => {
  const [only] = readings;
  if (!only) throw new Error("no readings");
  const story = { id: "other", title: "Another", when: null, where: null, documents: [only.document.id], claims: [] };
  const dossier = dossierOf({ ...alignment, stories: [...alignment.stories, story] }, readings, {
    generated,
    story: "other",
  });
  expect(dossier.title).toBe("Another");
  expect(dossier.articles).toHaveLength(1);
  expect(dossier.claims).toEqual([]);
});

test("the actors of contested claims come first, with what they stand on", () => {
  const { actors } = dossierOf(alignment, readings, { generated });
  expect(actors[0]).toMatchObject({ name: "Sarrenian general staff", statements: 3, contests: ["c1"] });
  expect(actors[0]?.positions).toMatchObject({ deny: 2, affirm: 0 });
});

test("a figure that a later version withdrew no longer sets the factor", () => {
  const versions = ["Twenty-one people died.", "Seven people died."].map((text, index) =>
    readingOf(
      `live${index}`,
      text,
      [],
      {
        canonical: "https://courrier.example/direct",
        published: "2025-03-14",
        modified: `2025-03-14T1${index}:00:00Z`,
      },
      [{ words: text.slice(0, -6), by: staff, value: index === 0 ? 21 : 7 }],
    ),
  );
  const members = versions.flatMap((reading) =>
    reading.figures.map((figure) => ({ ...figure, document: reading.document.id, uri: reading.document.uri })),
  );
  const group = { id: "g", story: null, quantity: "dead", relation: "same" as const, members, because: "The same." };
  const dossier = dossierOf({ stories: [], claims: [], figures: [group] }, versions, { generated });
  expect(dossier.figures[0]?.members).toHaveLength(2);
  expect(disagreements(dossier)).toEqual([]);
});

test("what one article tells in its own voice is left to its text, until somebody else speaks of it", () => {
  const tells = readingOf("tells", "The port was quiet.", [{ words: "The port was quiet", by: author }]);
  const says = readingOf("says", "The port was quiet, the staff said.", [{ words: "The port was quiet", by: staff }]);
  const alone = claimOf("quiet", "uncontested", "The port was quiet", [positionOf(tells, 0, "affirm")], bounds(1, 1));
  const shared = { ...alone, positions: [...alone.positions, positionOf(says, 0, "affirm")] };
  const partsWith = (claim: typeof alone) =>
    partsOf(dossierOf({ stories: [], claims: [claim], figures: [] }, [tells, says], { generated }));
  expect(partsWith(alone)).toEqual({ contested: [], undisputed: [], singleOrigin: [], others: [] });
  expect(partsWith(shared).undisputed).toHaveLength(1);
});

test("a claim that one denies and another affirms comes before one in which somebody denies himself", () => {
  const text = "The port was quiet. The quay was quiet. It was not.";
  const [first, other] = ["first", "other"].map((name) =>
    readingOf(name, text, [
      { words: "The port was quiet", by: staff },
      { words: "The quay was quiet", by: ministry },
      { words: "It was not", by: staff },
    ]),
  );
  if (!first || !other) throw new Error("no readings");
  const self = claimOf(
    "self",
    "contested",
    "The port was quiet",
    [positionOf(first, 0, "affirm"), positionOf(first, 2, "deny"), positionOf(other, 2, "deny")],
    bounds(1, 1),
  );
  const opposed = claimOf(
    "opposed",
    "contested",
    "The quay was quiet",
    [positionOf(first, 1, "affirm"), positionOf(first, 2, "deny")],
    bounds(1, 1),
  );
  const { claims } = dossierOf({ stories: [], claims: [self, opposed], figures: [] }, [first, other], { generated });
  expect(claims.map((claim) => claim.id)).toEqual(["opposed", "self"]);
});
