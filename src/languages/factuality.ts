/** Filled by the stage that needs it. */
export type Factuality = { readonly [key: string]: unknown };
