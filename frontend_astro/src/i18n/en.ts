/** Every word the site says, in English. Another language is another file of this shape. */
import { account } from './en/account';
import { reading } from './en/reading';
import { report } from './en/report';

export const t = { ...reading, account, report };
