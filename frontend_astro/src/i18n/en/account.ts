/** The words of signing up, signing in, the account and the composer. */
export const account = {};
