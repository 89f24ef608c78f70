import type { Syntax } from "../syntax.ts";

export const syntax = { misread: null, impersonal: null, objectControl: null, onePast: true } satisfies Syntax;
