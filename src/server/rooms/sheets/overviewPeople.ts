import {
  compareStrictness,
  type Strictness,
  type VisitLoss,
} from '../../../domain/campaign/plan/strictness.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

/** The overview of a round, as the contract defines it. */
export type Overview = Answered<'GET /api/years/:year/rounds/:round/overview'>

/** Presents the strictness of each inspector, the unusual ones first, each with advice. */
export function presentPeople(
  visits: readonly VisitLoss[],
  nameOf: (inspector: string) => string,
): Overview['people'] {
  const order = ['stricter', 'milder', 'alike', 'tooFew']
  return compareStrictness(visits)
    .map(({ inspector, units, mean, spread, identical, difference, from, to, word }) => ({
      inspector,
      name: nameOf(inspector),
      units,
      mean: rounded(mean),
      spread: rounded(spread),
      identical: rounded(identical),
      difference: difference === undefined ? undefined : rounded(difference),
      from: from === undefined ? undefined : rounded(from),
      to: to === undefined ? undefined : rounded(to),
      word,
      advice: adviceOn({ word, difference, identical, units }),
    }))
    .toSorted((one, other) => order.indexOf(one.word) - order.indexOf(other.word) || other.units - one.units)
}

const MANY_ALIKE = 0.5
const ENOUGH = 4

function adviceOn({
  word,
  difference = 0,
  identical,
  units,
}: Pick<Strictness, 'word' | 'identical' | 'units'> & { difference: number | undefined }): string {
  const copies =
    identical > MANY_ALIKE && units >= ENOUGH
      ? `；有${Math.round(identical * 100)}%的核查表内容与本人其他表相同，建议抽看是否照抄`
      : ''
  return `${WORDS[word](Math.abs(difference).toFixed(2))}${copies}`
}

const WORDS: Readonly<Record<Strictness['word'], (by: string) => string>> = {
  stricter: by => `比同行平均多扣${by}分，超出偶然，建议对照扣分依据统一尺度`,
  milder: by => `比同行平均少扣${by}分，超出偶然，建议对照扣分依据统一尺度`,
  alike: () => '与同行没有看得出的差别',
  tooFew: () => '去过的单位太少，还不能比较',
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
