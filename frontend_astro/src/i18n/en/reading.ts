/** The words of the pages anyone can read. */

/** "1 picture", "3 pictures". */
const counted = (count: number, one: string, many: string): string =>
  `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? one : many}`;

export const reading = {
  language: 'en',
  siteName: 'Firsthand',
  tagline: 'Things people have, make and can do. Ask for them.',
  nav: {
    skip: 'Skip to the content',
    main: 'Main',
    home: 'Firsthand, to the home page',
    tags: 'Tags',
    search: 'Search',
    searchLabel: 'Search what people share',
    signIn: 'Sign in',
    share: 'Share something',
    menu: 'Your account',
    requests: 'Requests',
    unread: (count: number) => counted(count, 'unread request', 'unread requests'),
    account: 'Account',
    profile: 'Your page',
    review: 'Review queue',
    signOut: 'Sign out',
  },
  footer: {
    label: 'About this site',
    promise:
      'Firsthand introduces two people and steps aside. What you agree on is between the two of you.',
    about: 'About',
    terms: 'Terms',
    privacy: 'Privacy',
    disclaimer: 'Disclaimer',
  },
  time: {
    posted: 'Posted',
  },
};

export { counted };
