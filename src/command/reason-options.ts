import type { OptionDefinition } from './operation.ts';

/** Why somebody looks at what is masked; the platform keeps both. */
export const PURPOSE_OPTION: OptionDefinition = {
  name: 'purpose',
  value: 'TEXT',
  summary: {
    zh: '为何查看,记入审计(不要写号码)',
    en: 'why it has to be seen; kept in the audit, so no numbers in it',
  },
};
