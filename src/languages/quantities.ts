/** Filled by the stage that needs it. */
export type Quantities = { readonly [key: string]: unknown };
