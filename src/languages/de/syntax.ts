import type { Syntax } from "../syntax.ts";

export const syntax = { impersonal: null, objectControl: null } satisfies Syntax;
