import type { RulingTopic } from '../scheme/ruling.ts'
import type { ChangedRuling } from './changedRulings.ts'

/** Describes changed rulings (可说明的口径改动) on given topics, for one component or for all. */
export interface ToldChanges {
  readonly rulings: (topics: readonly RulingTopic[], component?: string) => readonly string[]
}

/** Describes changed rulings in sentences (口径改动的说明). */
export function describeChanges(changed: readonly ChangedRuling[]): ToldChanges {
  return {
    rulings: (topics, component) =>
      changed
        .filter(
          ruling =>
            topics.includes(ruling.topic) &&
            (ruling.component === undefined || ruling.component === component),
        )
        .map(describeChangedRuling),
  }
}

/** Returns the sentence of one changed ruling (一条口径改动的句子). */
export function describeChangedRuling({ id, from, to }: ChangedRuling): string {
  if (from === undefined) return `新增口径${id}：“${to}”`
  if (to === undefined) return `取消口径${id}：“${from}”`
  if (from === to) return `口径${id}的答案改了，文字没有改，仍是“${to}”，请核对`
  return `口径${id}由“${from}”改为“${to}”`
}
