/** Every word the site says, in English. Another language is another file of this shape. */
import { account } from './en/account';
import { reading } from './en/reading';

export const t = { ...reading, account };
