import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import type { Mark, Position } from "../model/index.ts";
import { readCapture } from "../pipeline.ts";
import { withOrigins } from "./index.ts";
import type { DecidedOrigin } from "./roots.ts";

test("a narrator that somebody set apart is joined with no other by having it from one account", () => {
  const texts = [
    "La préfecture affirme que la digue est fissurée.",
    "La digue est fissurée depuis mars.",
    "Une fissure traverse la digue depuis mars.",
  ];
  const readings = texts.map((text, at) =>
    readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` })),
  );
  const because = { rule: "alignment/positions", spans: [], reason: "The words state it without reserve." };
  const positions = readings.map(({ document, statements, propositions }): Position => {
    const [said] = statements;
    const told = propositions.find(({ statement }) => statement === (said?.id ?? null));
    if (told === undefined) throw new Error(`nothing is said in ${document.text}`);
    return {
      document: document.id,
      uri: document.uri,
      statement: said?.id ?? told.id,
      speaker: said?.speaker ?? { id: "author", name: "author" },
      chain: said?.chain ?? [],
      position: "affirm",
      evidence: told.evidence,
      because,
    };
  });
  const last = positions.at(-1);
  const mark: Mark = { by: "ada", at: "2031-05-06T08:00:00Z", decision: "d-1" };
  const apart: DecidedOrigin = { kind: "apart", mark, reason: "ada holds that it is its own.", root: null };
  const groups = (decided?: (claim: string, position: Position) => DecidedOrigin | null) => {
    const claim = { id: "c", story: null, proposition: "", positions, rivals: [] };
    const [made] = withOrigins({ stories: [], claims: [claim], figures: [] }, readings, decided).claims;
    return made?.origins.affirm.groups.map(({ members }) => members) ?? [];
  };
  expect(groups()).toHaveLength(2);
  const after = groups((_, position) => (position === last ? apart : null));
  expect(after).toHaveLength(3);
  expect(after).toContainEqual([last?.statement]);
});
