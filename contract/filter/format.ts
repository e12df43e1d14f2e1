import { formatUnit } from '../assignee.ts';
import type { FilterTerm } from './terms.ts';
import { NUMBER_BEGUN } from './words.ts';

const HOURS_A_DAY = 24;

/** The filter as a person would type it: reading it again gives the same terms. */
export function formatFilter(terms: readonly FilterTerm[]): string {
  return terms.map((term) => `${term.negated ? '-' : ''}${formatTest(term)}`).join(' ');
}

function formatTest(term: FilterTerm): string {
  switch (term.key) {
    case 'text':
      return term.values.map(quotedText).join(',');
    case 'to':
    case 'assistant':
    case 'unit':
      return `${term.key}:${term.values.map((unit) => (unit === 'none' ? unit : formatUnit(unit))).join(',')}`;
    case 'age':
    case 'idle':
      return `${term.key}:${sign(term.comparison)}${ageText(term.hours)}`;
    case 'due':
    case 'statutory':
    case 'submitted':
    case 'acted':
      return `${term.key}:${sign(term.comparison)}${term.date}`;
    case 'returns':
    case 'reminders':
    case 'round':
      return `${term.key}:${sign(term.comparison)}${term.count}`;
    default:
      return `${term.key}:${term.values.map(quotedValue).join(',')}`;
  }
}

function sign(comparison: string): string {
  return comparison === '=' ? '' : comparison;
}

function ageText(hours: number): string {
  return hours % HOURS_A_DAY === 0 && hours / HOURS_A_DAY <= 9_999
    ? `${hours / HOURS_A_DAY}d`
    : weeksOrHours(hours);
}

/** Four digits are all an age may have: what is longer in days was written in weeks. */
function weeksOrHours(hours: number): string {
  const weeks = hours / (HOURS_A_DAY * 7);
  return Number.isInteger(weeks) ? `${weeks}w` : `${hours}h`;
}

function quotedValue(value: string): string {
  return /[\s,]/u.test(value) ? `"${value}"` : value;
}

/** A word that would be read as something else stands in quotes. */
function quotedText(text: string): string {
  return text === '' || NUMBER_BEGUN.test(text) || /^-|[\s,]|^[a-zA-Z][a-zA-Z-]*:/u.test(text)
    ? `"${text}"`
    : text;
}
