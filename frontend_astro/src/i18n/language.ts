/** The language the site speaks, as HTML and Intl name it. */
export const language = 'en';
