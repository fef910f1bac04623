import type { z } from 'zod'
import type { firmnessFigures } from '../../contract/results/firmnessSchema.ts'
import { bandSays, drawPlaces, printTimes } from '../../contract/results/firmnessWords.ts'
import { type Day, printDay } from '../../domain/kernel/calendar.ts'
import { printPoints } from '../../domain/kernel/points.ts'
import type { WordBlock, WordDocument } from '../../contract/documents/wordBlocks.ts'

type Figures = z.output<typeof firmnessFigures>

/** What the report on the firmness of places says beside its figures. */
interface FirmnessReport {
  readonly year: number
  readonly by: string
  readonly day: Day
  readonly figures: Figures
  /** Whether the year has changed since they were computed. */
  readonly isOutdated: boolean
}

/** Lays out how firm the places of a year are (名次稳固程度) as an official document with its picture, for those who decide. (五（三）) */
export function firmnessReport({ year, by, day, figures, isOutdated }: FirmnessReport): WordDocument {
  const parts: readonly (readonly [string, readonly WordBlock[]])[] = [
    ['这些数字怎么看', wordsOn(figures, isOutdated)],
    ['名次段不稳的单位', unsureOf(figures)],
    ['先后难分的相邻单位', pairsOf(figures)],
    ['取决于口径和权重的单位', dependentsOf(figures)],
    ['全部单位的名次区间', unitsOf(figures)],
  ]
  return {
    title: [`${year}年度考核`, '名次稳固程度研究材料'],
    blocks: [
      ...parts.flatMap(([heading, blocks], at): readonly WordBlock[] => [
        { kind: 'heading', level: 1, text: `${'一二三四五'[at]}、${heading}` },
        ...blocks,
      ]),
      { kind: 'closing', by, day: printDay(day) },
    ],
  }
}

function wordsOn({ repeats, redrawn }: Figures, isOutdated: boolean): readonly WordBlock[] {
  return [
    paragraph(
      `把${redrawn}个单位的调查答卷和测评票放回去重新抽取${repeats}次，每次按方案重新计分、排名。名次区间是九成次数所在的范围。测评票反映的是敏感程度，不是抽样误差；核查、日常管理的评分有没有偏差，这里看不出来。`,
    ),
    paragraph('名次以方案计算的结果为准。本材料只供研究，不改变任何单位的名次、等次和结果运用。'),
    ...(isOutdated ? [paragraph('计算以后年度有改动，数字已不是现在的结果。')] : []),
  ]
}

function unsureOf({ units }: Figures): readonly WordBlock[] {
  const unsure = units.filter(({ isBandUnsure }) => isBandUnsure)
  if (unsure.length === 0)
    return [paragraph('没有。每个单位现在所在的名次段，重抽时九成以上的次数都没有变。')]
  return [
    {
      kind: 'table',
      columns: [
        { title: '单位', width: 3 },
        { title: '名次', align: 'right' },
        { title: '名次区间', width: 1.5, align: 'center' },
        { title: '名次段', width: 4 },
      ],
      rows: unsure.map(({ name, place, best, worst, bands }) => [
        name,
        String(place),
        `${best}至${worst}`,
        bands.map(bandSays).join('，'),
      ]),
    },
  ]
}

function pairsOf({ pairs }: Figures): readonly WordBlock[] {
  if (pairs.length === 0) return [paragraph('没有。相邻单位的先后，重抽时九成以上的次数都没有变。')]
  const closest = pairs
    .toSorted((one, other) => Math.abs(one.reversed - 0.5) - Math.abs(other.reversed - 0.5))
    .slice(0, MOST_PAIRS)
  return [
    paragraph(
      `共${pairs.length}对，${pairs.length > MOST_PAIRS ? `列最难分的${MOST_PAIRS}对` : '全部列出'}。次序颠倒的比例越接近一半，先后越是偶然。`,
    ),
    {
      kind: 'table',
      columns: [
        { title: '排在前面', width: 3 },
        { title: '排在后面', width: 3 },
        { title: '次序颠倒的比例', width: 1.5, align: 'right' },
      ],
      rows: closest.map(({ upper, lower, reversed }) => [upper, lower, printTimes(reversed)]),
    },
  ]
}

/** Pairs that are listed. */
const MOST_PAIRS = 30

function dependentsOf({ dependents }: Figures): readonly WordBlock[] {
  if (dependents.length === 0)
    return [paragraph('没有。暂按默认的口径换成其他答案、各分项权重增减一成，没有一个单位的名次段改变。')]
  return [
    paragraph('下列单位的名次段，换一种口径答案或权重增减一成就会改变；这些口径、权重要慎重确认。'),
    {
      kind: 'table',
      columns: [
        { title: '单位', width: 3 },
        { title: '名次', align: 'right' },
        { title: '换成什么会改变名次段', width: 6 },
      ],
      rows: dependents.map(({ name, place, on }) => [
        name,
        String(place),
        on.map(one => `${one.name}${one.to === undefined ? '' : `（第${one.to}名）`}`).join('；'),
      ]),
    },
  ]
}

function unitsOf({ units }: Figures): readonly WordBlock[] {
  return [
    { kind: 'picture', picture: drawPlaces(units) },
    { kind: 'centred', text: '图1　名次和名次区间' },
    {
      kind: 'table',
      columns: [
        { title: '单位', width: 3.5 },
        { title: '名次', align: 'right' },
        { title: '名次区间', width: 1.5, align: 'center' },
        { title: '综合得分', width: 1.5, align: 'right' },
        { title: '得分范围', width: 2, align: 'center' },
      ],
      rows: units.map(({ name, place, best, worst, composite, low, high }) => [
        name,
        String(place),
        best === worst ? String(best) : `${best}至${worst}`,
        printPoints(composite),
        `${printPoints(low)}至${printPoints(high)}`,
      ]),
    },
  ]
}

function paragraph(text: string): WordBlock {
  return { kind: 'paragraph', text }
}
