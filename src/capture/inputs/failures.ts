import type { Failure, FailureCode } from "../failure.ts";

type Words = readonly [code: FailureCode, what: string, why: string, todo: string];

function about(uri: string, [code, what, why, todo]: Words): Failure {
  return { code, uri, what: `${uri} ${what}`, why, todo };
}

const [notOpened, notRead] = ["could not be opened.", "could not be read."];

/** A failure of the file system, from the error Node gives. */
export function fileFailure(uri: string, error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
      return about(uri, [
        "not-found",
        "was not found.",
        "There is no file or folder of that name.",
        "Check the path; put patterns with * between quotation marks.",
      ]);
    case "EACCES":
    case "EPERM":
      return about(uri, [
        "no-permission",
        notOpened,
        "The system does not permit this user to read it.",
        "Give yourself permission to read it (chmod u+r; folders also need u+x).",
      ]);
    case "ELOOP": {
      const why = "It is a symbolic link that leads to itself.";
      return about(uri, ["not-found", notOpened, why, "Remove or repair the link."]);
    }
    case "ENAMETOOLONG": {
      const why = "The path is longer than the system permits.";
      const failure = about(`${uri.slice(0, 60)}…`, ["not-found", notOpened, why, "Check the path."]);
      return { ...failure, uri: uri.slice(0, 200) };
    }
    default: {
      const why = `The system reports ${code === "" ? String(error).slice(0, 200) : code}.`;
      return about(uri, ["unreadable", notRead, why, "Check the disk or the path and try again."]);
    }
  }
}

export function notAFile(uri: string): Failure {
  const why = "It is neither a file nor a folder (a device, pipe or socket).";
  return about(uri, ["not-a-file", notRead, why, "Pipe it in and give - instead."]);
}

export function nothingHere(uri: string, endings: readonly string[]): Failure {
  const why = `No file in it or below ends in ${endings.join(", ")}.`;
  return about(uri, ["nothing-here", "holds nothing to read.", why, "Name files of other endings one by one."]);
}

export function noMatch(uri: string): Failure {
  const why = "No file has a path of that pattern.";
  return about(uri, ["no-match", "matches no file.", why, "Check the pattern and the folder you are in."]);
}

export function tooLarge(uri: string, most: number): Failure {
  const why = `It is larger than the limit of ${megabytes(most)}.`;
  return about(uri, ["too-large", "was not read.", why, "Split it, or raise the limit (--max-size)."]);
}

export function emptyFile(uri: string): Failure {
  const todo = "Check whether it was saved or downloaded whole.";
  return about(uri, ["empty", "is empty.", "There is no text in it.", todo]);
}

export function binaryFile(uri: string, message: string): Failure {
  return about(uri, ["binary", "can't be read.", message, "Export it as text or HTML and give that."]);
}

function megabytes(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${bytes} bytes`;
}
