import type { Syntax } from "../syntax.ts";

export const syntax = { misread: null, impersonal: null, objectControl: null } satisfies Syntax;
