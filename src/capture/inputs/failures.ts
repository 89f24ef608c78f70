import type { Failure } from "../failure.ts";

/** A failure of the file system, from the error Node gives. */
export function fileFailure(uri: string, error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
      return {
        code: "not-found",
        uri,
        what: `${uri} was not found.`,
        why: "There is no file or folder of that name.",
        todo: "Check the path; put patterns with * between quotation marks.",
      };
    case "EACCES":
    case "EPERM":
      return {
        code: "no-permission",
        uri,
        what: `${uri} could not be opened.`,
        why: "The system does not permit this user to read it.",
        todo: "Give yourself permission to read it (chmod u+r; folders also need u+x).",
      };
    case "ELOOP":
      return {
        code: "not-found",
        uri,
        what: `${uri} could not be opened.`,
        why: "It is a symbolic link that leads to itself.",
        todo: "Remove or repair the link.",
      };
    case "ENAMETOOLONG":
      return {
        code: "not-found",
        uri: uri.slice(0, 200),
        what: `${uri.slice(0, 60)}… could not be opened.`,
        why: "The path is longer than the system permits.",
        todo: "Check the path.",
      };
    default:
      return {
        code: "unreadable",
        uri,
        what: `${uri} could not be read.`,
        why: `The system reports ${code === "" ? String(error).slice(0, 200) : code}.`,
        todo: "Check the disk or the path and try again.",
      };
  }
}

export function notAFile(uri: string): Failure {
  return {
    code: "not-a-file",
    uri,
    what: `${uri} could not be read.`,
    why: "It is neither a file nor a folder (a device, pipe or socket).",
    todo: "Pipe it in and give - instead.",
  };
}

export function nothingHere(uri: string, endings: readonly string[]): Failure {
  return {
    code: "nothing-here",
    uri,
    what: `${uri} holds nothing to read.`,
    why: `No file in it or below ends in ${endings.join(", ")}.`,
    todo: "Name files of other endings one by one.",
  };
}

export function noMatch(uri: string): Failure {
  return {
    code: "no-match",
    uri,
    what: `${uri} matches no file.`,
    why: "No file has a path of that pattern.",
    todo: "Check the pattern and the folder you are in.",
  };
}

export function tooLarge(uri: string, most: number): Failure {
  return {
    code: "too-large",
    uri,
    what: `${uri} was not read.`,
    why: `It is larger than the limit of ${megabytes(most)}.`,
    todo: "Split it, or raise the limit (--max-size).",
  };
}

export function emptyFile(uri: string): Failure {
  return {
    code: "empty",
    uri,
    what: `${uri} is empty.`,
    why: "There is no text in it.",
    todo: "Check whether it was saved or downloaded whole.",
  };
}

export function binaryFile(uri: string, message: string): Failure {
  return {
    code: "binary",
    uri,
    what: `${uri} can't be read.`,
    why: message,
    todo: "Export it as text or HTML and give that.",
  };
}

function megabytes(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${bytes} bytes`;
}
