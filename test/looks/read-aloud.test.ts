import { expect, test } from 'vitest';
import { newsOf } from '../../src/terminal/linear/announce.ts';

const LIST = ['鼓楼区 已连 截至08:31:07', '-----', '> 红 GL1 路灯', '  红 GL2 噪音', ''];

test('the first time all is said that says something', () => {
  expect(newsOf([], LIST)).toEqual(['鼓楼区 已连 截至08:31:07', '> 红 GL1 路灯', '  红 GL2 噪音']);
});

test('a step down a list says the row that is reached, and nothing of the one that was left', () => {
  const after = [LIST[0] ?? '', '-----', '  红 GL1 路灯', '> 红 GL2 噪音', ''];
  expect(newsOf(LIST, after)).toEqual(['> 红 GL2 噪音']);
});

test('a clock that goes on is no news, a row that moved neither', () => {
  expect(newsOf(LIST, ['鼓楼区 已连 截至08:31:09', '  红 GL2 噪音', '> 红 GL1 路灯'])).toEqual([]);
});

test('what is new is said in the order in which it stands', () => {
  expect(newsOf(LIST, [...LIST, '备注> 请尽快', 'Enter 提交'])).toEqual(['备注> 请尽快', 'Enter 提交']);
});
