/** The words of signing up, signing in, the account and the composer. */
import { auth } from './auth';
import { composer } from './composer';
import { inbox } from './inbox';
import { mine } from './mine';
import { passkey, secondStep, security } from './security';

export const account = {
  auth,
  composer,
  inbox,
  mine,
  passkey,
  secondStep,
  security,
  aside: {
    label: 'How it works',
    title: 'Shared first-hand, between two people.',
    steps: [
      'You share something you have, make or can do, with pictures.',
      'Somebody who wants it writes to you. No account is needed to ask.',
      'You answer them directly. No payment, no delivery, no middleman.',
    ],
  },
};
