/** Filled by the stage that needs it. */
export type Attribution = { readonly [key: string]: unknown };
