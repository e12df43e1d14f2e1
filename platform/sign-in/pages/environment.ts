import type { Environment } from '../../http/environment.ts';
import type { Visitor } from '../visitor.ts';
import type { Language } from './language.ts';

/** What each page knows besides what each route does. */
export interface PageEnvironment {
  Variables: Environment['Variables'] & {
    language: Language;
    visitor: Visitor;
    /** The device code that is being signed in for, as it was typed; empty for the account's pages. */
    userCode: string;
    /** What a form of this page has to send back. */
    formToken: string;
    /** The fields of the form that was sent; empty for a page that is looked at. */
    fields: Readonly<Record<string, string>>;
  };
}
