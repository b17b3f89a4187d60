/** What a page says when the server did not answer as hoped and gave no words of its own. */
export const failure = {
  offline:
    'There is no connection right now. Nothing you typed is lost; try again when you are back.',
  signedOut: 'You were signed out. Sign in again in a new tab; everything stays here meanwhile.',
  forbidden: 'That is not allowed with this account.',
  gone: 'This is no longer there.',
  conflict: 'That does not fit how things stand now. Load the page again to see.',
  stale: 'This was changed somewhere else meanwhile. Load the page again to see how it stands.',
  tooLarge: 'That is more than we can take.',
  tooMany: 'That was a lot at once. Wait a minute, then try again.',
  down: 'Something on our side is not working. Try again in a moment.',
  empty: 'Please fill this in.',
  check: 'Please have a look at the fields marked below.',
};
