/** The program's version, as in `package.json` (a test compares them). Part of what a reading is a function of. */
export const version = "0.1.0";
