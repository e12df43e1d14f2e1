import type { RequestFacets } from '@district/contract/types.ts';
import { useMemo, useRef } from 'react';
import { useConsole, useLanguage, useText } from '../../src/console/context.ts';
import { type ShownFacet, shownFacets } from '../../src/console/facet-rows.ts';
import { useFacets } from '../../src/console/use-data.ts';
import { countText, facetText, facetValueText } from '../../src/i18n/facet-words.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import type { Language } from '../../src/i18n/translate.ts';
import { clip, spread } from '../../src/terminal/width.ts';
import { cursorMark, plainLine, type Span } from '../parts/line.tsx';
import { PANE_BAR_COLUMNS, SidePane } from '../parts/side-pane.tsx';
import { windowTop } from '../parts/window-top.ts';

/** How many there are by facet: beside the list, or over it in a narrow window. */
export function FacetPane({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const cursor = useConsole((state) => state.requests.facets?.cursor ?? 0);
  const { data, isError } = useFacets();
  const width = columns - PANE_BAR_COLUMNS;
  const top = useRef(0);
  const { lines, at } = useMemo(
    () => facetLines(data, cursor, width, language),
    [data, cursor, width, language],
  );
  top.current = windowTop(top.current, at, Math.max(1, rows - 1), lines.length);
  // The heading of the first value is worth a line when the cursor stands on that value.
  if (at === 1) top.current = 0;
  const heading = plainLine(
    data
      ? text(data.capped ? 'facetsCapped' : 'facets', { n: data.counted })
      : text(isError ? 'notLoaded' : 'loading'),
    'strong',
  );
  return <SidePane lines={[heading, ...lines.slice(top.current)]} columns={columns} rows={rows} />;
}

/** A line for each facet's name and each value, and on which of them the cursor stands. */
function facetLines(
  data: RequestFacets | undefined,
  cursor: number,
  columns: number,
  language: Language,
): { lines: Span[][]; at: number } {
  const lines: Span[][] = [];
  let at = 0;
  let value = 0;
  for (const facet of shownFacets(data)) {
    lines.push(plainLine(headingOf(facet, language), 'dim'));
    for (const one of facet.values) {
      if (value === cursor) at = lines.length;
      const name = ` ${facetValueText(facet.by, one, language)}`;
      const count = countText(one.count, data?.capped ?? false);
      lines.push([
        cursorMark(value === cursor),
        { text: spread(clip(name, columns - 8), count, columns - 1) },
      ]);
      value += 1;
    }
  }
  return { lines, at };
}

function headingOf({ by, more }: ShownFacet, language: Language): string {
  const name = facetText(by, language);
  if (more === 0) return name;
  return language === 'zh' ? `${name} (另${more}种)` : `${name} (${more} more)`;
}
