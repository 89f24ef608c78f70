/** Filled by the stage that needs it. */
export type Names = { readonly [key: string]: unknown };
