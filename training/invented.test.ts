import { expect, test } from "vitest";
import { inventedOf, readingsOf } from "./invented.ts";

const lines = [
  "# a quay",
  "= 1 The quay is closed.",
  "en\tThe mayor says [+1 the quay is closed].",
  "en\t[-1 +2 It is open], a docker answers, and [o it rains].",
  "en\tA third paragraph.",
  "fr\tLe maire parle.",
];

test("paragraphs of one language make a text by twos, their marks stand where the words do", () => {
  const { texts, marks } = inventedOf(lines);
  expect(texts).toEqual([
    "The mayor says the quay is closed.\n\nIt is open, a docker answers, and it rains.",
    "A third paragraph.",
    "Le maire parle.",
  ]);
  expect(marks.map(({ document, claims, start, end }) => [document, claims, texts[0]?.slice(start, end)])).toEqual([
    ["1.txt", ["1"], "the quay is closed"],
    ["1.txt", ["1", "2"], "It is open"],
    ["1.txt", [], "it rains"],
  ]);
});

test("what stands between two lines of a paper is one article, under its imprint", () => {
  const { texts, marks } = inventedOf([
    "# a quay",
    "@ en\tThe Quay Post, May 4, 2036",
    "en\tQuay closed",
    "en\tThe mayor says [o it rains].",
    "en\tThe docker laughs.",
    "@ en\tThe Harbour News, May 5",
    "en\tThe quay [o opens].",
  ]);
  expect(texts).toEqual([
    "The Quay Post\nMay 4, 2036\n\nQuay closed\n\nThe mayor says it rains.\n\nThe docker laughs.",
    "The Harbour News\nMay 5\n\nThe quay opens.",
  ]);
  expect(marks.map(({ document }) => document)).toEqual(["1.txt", "2.txt"]);
});

test("its marks name the documents that are read", () => {
  const event = inventedOf(lines);
  const [first] = readingsOf(event);
  expect(first?.document.uri).toBe(event.marks[0]?.document);
  expect(first?.document.text).toBe(event.texts[0]);
});
