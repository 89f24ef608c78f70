import { expect, test } from "vitest";
import type { CaptureError, Failure } from "../../../capture/failure.ts";
import {
  badAddress,
  networkFailure,
  privateAddress,
  statusFailure,
  timedOut,
} from "../../../capture/fetch/failures.ts";
import * as inputs from "../../../capture/inputs/failures.ts";
import { failureOfArchive, tooLargeInArchive } from "../../../capture/warc/failures.ts";
import { frenchFailure } from "./failures-fr.ts";

const coded = (code: string): Error => Object.assign(new Error("so it was"), { code });
const thrown = (error: CaptureError): Failure => error.failure;

const failures: readonly Failure[] = [
  ...["ENOENT", "EACCES", "ELOOP", "ENAMETOOLONG", "EIO"].map((code) =>
    inputs.fileFailure("a was not b.txt", coded(code)),
  ),
  inputs.notAFile("a"),
  inputs.nothingHere("a", [".txt", ".html"]),
  inputs.noMatch("a*"),
  inputs.tooLarge("a", 5_000_000),
  inputs.emptyFile("a"),
  ...["a PNG image", "an MP4 film", "a program (ELF)"].map((kind) =>
    inputs.binaryFile("a", `This is not text but ${kind}.`),
  ),
  thrown(badAddress("x", "It is not an address.")),
  thrown(privateAddress("x", "10.0.0.1", true)),
  thrown(privateAddress("x", "10.0.0.1", false)),
  ...[404, 403, 500].map((status) => thrown(statusFailure("https://vellac.example/a", status, null))),
  thrown(timedOut("x", 30_000)),
  thrown(networkFailure("x", coded("ENOTFOUND"))),
  thrown(networkFailure("x", coded("ECONNRESET"))),
  failureOfArchive("a.warc", "b", { kind: "fault", offset: 7, why: "No record begins here." }).failure,
  tooLargeInArchive("x", "a.warc", 7, 5_000_000).failure,
];

test.each(failures.map((failure) => [failure.code, failure] as const))(
  "%s is said in French, with its names",
  (_, failure) => {
    for (const part of [failure.what, failure.why, failure.todo]) {
      const french = frenchFailure(part);
      expect(french, part).not.toBe(part);
      expect(french.replace("a was not b.txt", "")).not.toMatch(/\b(?:the|was|is|it|not|this)\b/);
    }
  },
);

test("what nobody has translated stays as it is; a hostile name costs no time", () => {
  expect(frenchFailure("Nobody knows.")).toBe("Nobody knows.");
  const long = `${"was not found. ".repeat(20_000)}!`;
  const before = process.cpuUsage();
  expect(frenchFailure(long)).toBe(long);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
});
