import type { ActionInput } from '@district/contract/types.ts';
import type { Life, Scene } from './life.ts';
import { work } from './work.ts';

/** After the reply: a call back, the archive, and now and then another round. */
export function* aftermath(scene: Scene): Life {
  const { random } = scene;
  if (random.chance(0.8)) {
    const answer = heard(scene);
    const at = scene.workdaysLater(random.int(0, 2));
    yield scene.act('callback', scene.desk, at, answer);
    if (answer.satisfied === false && scene.row.round === 1 && random.chance(0.6)) {
      yield* again(scene, scene.deskTime(10, 300));
      return;
    }
  }
  yield scene.act('close', scene.desk, scene.workdaysLater(random.int(1, 3)));
  if (scene.row.round === 1 && random.chance(0.012))
    yield* again(scene, scene.workdaysLater(random.int(4, 15)));
}

function* again(scene: Scene, at: Date): Life {
  yield scene.act('reopen', scene.desk, at, { reason: scene.text('reopen_reasons') });
  yield* work(scene);
  if (scene.row.state === 'resolved') yield* aftermath(scene);
}

const RATINGS = ['very_satisfied', 'satisfied', 'satisfied', 'basically_satisfied'] as const;

function heard(scene: Scene): ActionInput {
  const { random } = scene;
  if (random.chance(0.15)) return { reached: false, remark: '电话未接，已短信告知结果' };
  if (random.chance(0.88)) return { reached: true, satisfied: true, rating: random.pick(RATINGS) };
  const rating = random.chance(0.7) ? 'dissatisfied' : 'very_dissatisfied';
  return { reached: true, satisfied: false, rating, remark: '居民认为没有真正解决' };
}
