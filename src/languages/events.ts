/** Filled by the stage that needs it. */
export type Events = { readonly [key: string]: unknown };
