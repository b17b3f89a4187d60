/** The words of the pages anyone can read. */
import { language } from '../language';

const number = new Intl.NumberFormat(language);

/** "1 picture", "3 pictures". */
const counted = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

export const reading = {
  language,
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
  home: {
    have: 'Things people have, make and can do.',
    ask: 'Ask for them.',
    how: 'No prices, no baskets. Find something you like, write to the person who has it, and the two of you take it from there.',
    newest: 'The newest',
    earlier: 'Further back',
    emptyTitle: 'Nothing here yet',
    empty: 'Be the first: what do you have, make or can you do that someone might ask for?',
  },
  list: {
    more: 'Show more',
    loading: 'One moment…',
    added: 'More has been added to the list.',
  },
  availability: { open: 'Open to requests', reserved: 'Reserved', given: 'Given away' },
  post: {
    from: 'From',
    pictures: (count: number) => counted(count, 'picture', 'pictures'),
    moves: 'GIF',
    shared: 'Shared',
    sharedBy: 'Shared by',
    tags: 'Tags',
    moreFrom: (name: string) => `More from ${name}`,
    alike: 'More like this',
  },
  gallery: {
    role: 'gallery',
    label: (title: string) => `Pictures of ${title}`,
    unnamed: (n: number, of: number, title: string) => `Picture ${n} of ${of}: ${title}`,
    count: '{n} of {of}',
    previous: 'Previous picture',
    next: 'Next picture',
    show: (n: number) => `Show picture ${n}`,
    enlarge: 'Fill the screen',
    close: 'Close',
    play: 'Play',
    stop: 'Stop',
  },
  request: {
    title: (name: string) => `Ask ${name}`,
    name: 'Your name',
    email: 'Your email address',
    emailHint: (name: string) => `Only ${name} sees it, to answer you.`,
    message: 'Your message',
    messageHint: 'What would you like it for, and when could you meet?',
    send: 'Send the request',
    sending: 'Sending…',
    sendingAs: 'You are writing as',
    trap: 'Leave this empty',
    more: 'More about this',
    empty: {
      name: 'Say who is asking.',
      email: 'Without an address nobody can answer you.',
      message: 'Write a few words first.',
    },
    lookAgain: 'Something needs another look. The words beside the field say what.',
    notNow:
      'That did not go through just now. Everything you typed is still here: try again in a moment.',
    kept: 'Your request has not gone out yet. Here it is, as you typed it:',
    own: 'This is yours',
    ownRequests: 'Read its requests',
    edit: 'Edit it',
    givenTitle: 'This one has found its person',
    given: (name: string) => `${name} has given it away, and it takes no more requests.`,
    sentTitle: 'It is on its way',
    sent: (name: string) =>
      `${name} has your request, and answers by email when they have read it.`,
    yourRequests: 'The requests you sent',
  },
  ownRequest: {
    title: 'Your request',
    about: 'About',
    state: 'State',
    sent: 'Sent',
    from: 'From',
    message: 'Message',
    confirm: 'Yes, send my request',
    pressConfirm: 'One press and it is on its way.',
    withdraw: 'Withdraw the request',
    erase: 'Erase it altogether',
    eraseWords:
      'This removes your request with your name, your address and your message, here and in the creator’s list. It cannot be undone.',
    eraseNow: 'Erase for good',
    erasedTitle: 'Erased',
    erased: 'Your request is gone, with your name, your address and your message.',
    keepLink:
      'This page opens for anyone who has its address, so keep it to yourself. You find it again in our mail to you.',
    standing: {
      unconfirmed: {
        badge: 'Not confirmed',
        title: 'Almost there',
        words: 'We sent you a mail. Press the button behind its link, and your request goes out.',
      },
      waiting: {
        badge: 'Sent',
        title: 'It is on its way',
        words: 'The creator answers by email. Until then there is nothing you need to do.',
      },
      accepted: {
        badge: 'Accepted',
        title: 'They said yes',
        words: 'Your request was accepted. Look into your mail for how it goes on.',
      },
      declined: {
        badge: 'Declined',
        title: 'Not this time',
        words: 'It went to somebody else or could not be. Thank you for asking.',
      },
      withdrawn: {
        badge: 'Withdrawn',
        title: 'Taken back',
        words: 'You withdrew this request. Nobody will answer it.',
      },
    },
  },
  search: {
    title: 'What are you looking for?',
    titleFor: (q: string) => `Search: ${q}`,
    resultsFor: (q: string) => `“${q}”`,
    description: 'Search everything people share on Firsthand.',
    placeholder: 'Bread, a bicycle, piano lessons…',
    openOnly: 'Only what is open to requests',
    nothingTitle: 'Nothing found for these words',
    nothing:
      'Try one word instead of several, another word for the same thing, or a tag that others use:',
    begin: 'Or start from a tag',
    newest: 'See the newest',
  },
  tags: {
    title: 'Everything, by tag',
    description: 'All the tags people use for what they share.',
    often: 'Tags used often',
    posts: (count: number) => counted(count, 'post', 'posts'),
    more: 'Rarer tags',
    all: 'All tags',
    emptyTitle: 'No tags yet',
    pageTitle: (tag: string) => `Tagged “${tag}”`,
    pageDescription: (tag: string) => `What people share under “${tag}”. Ask for it.`,
    noneTitle: 'Nothing under this tag now',
    none: 'It may have been given away, or the tag is written another way.',
  },
  person: {
    description: (name: string) => `What ${name} shares on Firsthand.`,
    since: (month: string) => `Here since ${month}`,
    posts: (count: number) => counted(count, 'thing shared', 'things shared'),
    shares: (name: string) => `What ${name} shares`,
    nothing: (name: string) => `${name} shares nothing just now`,
  },
  preview: {
    title: 'Preview',
    words: 'Nobody else sees this yet.',
    back: 'Back to editing',
    formHere: 'The form for asking stands here once the post is live.',
  },
  editorial: {
    edited: 'Last edited',
    questions: 'Questions and answers',
  },
  trouble: {
    home: 'To the home page',
    again: 'Try again',
    absent: {
      title: 'There is nothing at this address',
      words:
        'It may have been taken back by the one who shared it, or the address has a slip in it.',
    },
    gone: {
      title: 'This has been taken away',
      words: 'It was here, and is not any more.',
    },
    broken: {
      title: 'Something broke on our side',
      words:
        'It is not your doing. Try again in a moment; if it stays like this, we will have noticed.',
    },
    away: {
      title: 'Back in a moment',
      words:
        'The part of us that knows what people share is not answering. Nothing is lost: try again shortly.',
    },
  },
};
