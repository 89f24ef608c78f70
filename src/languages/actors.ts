/** Filled by the stage that needs it. */
export type Actors = { readonly [key: string]: unknown };
