/** Filled by the stage that needs it. */
export type Times = { readonly [key: string]: unknown };
