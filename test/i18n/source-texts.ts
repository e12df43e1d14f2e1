import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A text of the source, and where it stands. */
export interface SourceText {
  text: string;
  where: string;
  /** The language its place says it is in: a key `zh` or `en`, a side of `language === 'zh' ? … : …`, a place in a pair. */
  language: 'zh' | 'en' | undefined;
}

/** A text in both languages, as the source pairs them. */
export interface Pair {
  /** The name under which it stands: a message's, or a word of the contract. */
  key: string;
  zh: string;
  en: string;
  where: string;
}

const ROOT = new URL('../../', import.meta.url);

function filesOf(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.gen.ts'))
    .map((file) => `${folder}/${file}`);
}

/** Texts and pairs of all source files in these folders. */
export function readSource(folders: readonly string[]): { texts: SourceText[]; pairs: Pair[] } {
  const texts: SourceText[] = [];
  const pairs: Pair[] = [];
  for (const file of folders.flatMap(filesOf)) {
    const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const source = ts.createSourceFile(
      file,
      readFileSync(new URL(file, ROOT), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      kind,
    );
    const where = (node: ts.Node) =>
      `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
      const text = textOf(node);
      if (text !== undefined && !isNotSaid(node))
        texts.push({ text, where: where(node), language: languageOf(node) });
      const pair = pairOf(node);
      if (pair) pairs.push(...pair.map((one) => ({ ...one, where: where(node) })));
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { texts, pairs };
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  // The fixed parts of a template, with a place for each value.
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}');
  return undefined;
}

function languageOf(node: ts.Node): SourceText['language'] {
  const { parent } = node;
  if (!parent || ts.isSourceFile(parent)) return undefined;
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) {
    const name = parent.name.getText();
    if (name === 'zh' || name === 'en') return name;
  }
  if (ts.isConditionalExpression(parent) && parent.condition !== node) {
    const asks = parent.condition.getText();
    if (/\bzh\b|language === 'en'/.test(asks))
      return (parent.whenTrue === node) === /\bzh\b/.test(asks) ? 'zh' : 'en';
  }
  if (ts.isArrayLiteralExpression(parent) && parent.elements.length === 2 && isPairOfWords(parent))
    return parent.elements[0] === node ? 'zh' : 'en';
  if (ts.isCallExpression(parent) && parent.expression !== node) {
    const at = parent.arguments.indexOf(node as ts.Expression);
    if (parent.expression.getText() === 'defineMessages') return at === 0 ? 'zh' : 'en';
    const said = parent.arguments.map(textOf).filter((text) => text !== undefined);
    if (said.length === 2 && said.filter((text) => HAN.test(text)).length === 1)
      return HAN.test(textOf(node) ?? '') ? 'zh' : 'en';
  }
  if (/(?:_ZH|Zh)$/.test(nameOf(parent))) return 'zh';
  return languageOf(parent);
}

function nameOf(node: ts.Node): string {
  return ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) ? (node.name?.getText() ?? '') : '';
}

/** Texts that are looked at or given as an example rather than said. */
function isNotSaid(node: ts.Node): boolean {
  const { parent } = node;
  if (!parent || ts.isSourceFile(parent)) return false;
  if (ts.isPropertyAssignment(parent) && /^examples?$/.test(parent.name.getText())) return true;
  if (/^EXAMPLE/.test(nameOf(parent))) return true;
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'includes') return true;
  return isNotSaid(parent);
}

function isPairOfWords({ elements }: ts.ArrayLiteralExpression): boolean {
  const [zh, en] = elements.map(textOf);
  return zh !== undefined && en !== undefined && HAN.test(zh) && !HAN.test(en);
}

const HAN = /\p{Script=Han}/u;

/** What a node pairs: `{ zh, en }`, the two halves of `defineMessages`, a pair of words. */
function pairOf(node: ts.Node): Omit<Pair, 'where'>[] | undefined {
  const key = ts.isPropertyAssignment(node.parent ?? node)
    ? (node.parent as ts.PropertyAssignment).name.getText()
    : '';
  if (ts.isArrayLiteralExpression(node) && node.elements.length === 2 && isPairOfWords(node)) {
    const [zh = '', en = ''] = node.elements.map(textOf);
    return [{ key, zh, en }];
  }
  if (ts.isObjectLiteralExpression(node)) {
    const values = propertiesOf(node);
    const [zh, en] = [values.get('zh'), values.get('en')];
    return zh !== undefined && en !== undefined ? [{ key, zh, en }] : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'defineMessages') {
    const [zh, en] = node.arguments.map(propertiesOf);
    return [...(zh ?? [])].map(([name, text]) => ({ key: name, zh: text, en: en?.get(name) ?? '' }));
  }
  return undefined;
}

function propertiesOf(node: ts.Node): Map<string, string> {
  const properties = ts.isObjectLiteralExpression(node) ? node.properties : [];
  return new Map(
    [...properties].flatMap((property) => {
      const text = ts.isPropertyAssignment(property) ? textOf(property.initializer) : undefined;
      return text === undefined ? [] : [[property.name?.getText() ?? '', text] as const];
    }),
  );
}
