import type { z } from 'zod'
import { drawDistribution } from '../../contract/pictures/drawDistribution.ts'
import { drawFunnel } from '../../contract/pictures/drawFunnel.ts'
import { drawIntervals } from '../../contract/pictures/drawIntervals.ts'
import type { analysisAnswer } from '../../contract/survey/analysisRoutes.ts'
import { type Day, printDay } from '../../domain/kernel/calendar.ts'
import type { WordBlock, WordDocument } from '../../contract/documents/wordBlocks.ts'

type Analysis = z.output<typeof analysisAnswer>

/** What the report of a survey says beside its figures. */
export interface SurveyReport {
  readonly title: string
  /** Who made the survey: 州统计局. */
  readonly by: string
  readonly day: Day
  readonly begins: Day
  readonly ends: Day
  /** The note on how it was made. */
  readonly method: string
  readonly analysis: Analysis
  /** Groups of near-same open answers, the largest first, and how many were withheld. */
  readonly opinions: readonly { readonly text: string; readonly count: number }[]
  readonly withheld: number
}

/** Lead groups that the report names. */
const MOST_GROUPS = 10

/** Open answers that the report lists. */
const MOST_OPINIONS = 20

/** Lays the report of a survey (民意调查分析报告) out as an official document with its pictures. (三（二）3) */
export function surveyReport(report: SurveyReport): WordDocument {
  const { title, by, day, analysis } = report
  const parts: readonly (readonly [string, readonly WordBlock[]])[] = [
    ['调查情况', surveyed(report)],
    ['各单位得分', unitsOf(analysis)],
    ['各题回答', questionsOf(analysis)],
    ['与其他考核项目不一致的', disagreementsOf(analysis)],
    ['意见建议', opinionsOf(report)],
  ]
  return {
    title: [title, '分析报告'],
    blocks: [
      ...parts
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([heading, blocks], at): readonly WordBlock[] => [
          { kind: 'heading', level: 1, text: `${'一二三四五'[at]}、${heading}` },
          ...blocks,
        ]),
      { kind: 'closing', by, day: printDay(day) },
    ],
  }
}

function surveyed({ begins, ends, method, analysis }: SurveyReport): readonly WordBlock[] {
  const valid = analysis.units.reduce((sum, one) => sum + one.valid, 0)
  const few = analysis.units.filter(one => one.mean === undefined).length
  return [
    paragraph(
      `调查于${printDay(begins)}至${printDay(ends)}进行，涉及${analysis.units.length}个单位，计分答卷${valid}份。`,
    ),
    ...(few === 0 ? [] : [paragraph(`${few}个单位有一类对象不足${analysis.least}份，不列得分。`)]),
    ...analysis.unanswered
      .filter(({ share }) => share !== undefined && share.value >= 0.05)
      .map(({ text, asked, share }) =>
        paragraph(`“${text}”问了${asked}份，${percent(share!.value)}没有回答。`),
      ),
    ...method
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => paragraph(line.trim())),
    ...analysis.frame
      .filter(one => one.differs)
      .map(({ category, ofFrame, ofSample }) =>
        paragraph(
          `${category}在总体中占${percent(ofFrame)}，在答卷中占${percent(ofSample!.value)}，差别明显，得分按类加权计算。`,
        ),
      ),
  ]
}

function unitsOf({ units, mean, everybody, bounds }: Analysis): readonly WordBlock[] {
  const known = units
    .flatMap(({ name, valid, mean: of, chance, change }) =>
      of === undefined ? [] : [{ name, answers: valid, ...of, tone: chance ?? ('main' as const), change }],
    )
    .toSorted((one, two) => two.value - one.value)
  if (known.length === 0 || mean === undefined) return [paragraph('答卷不足，不列得分。')]
  const named = (tone: string): string =>
    known
      .filter(one => one.tone === tone)
      .map(({ name }) => name)
      .join('、') || '没有'
  return [
    paragraph(
      `各单位平均${mean.toFixed(2)}分。得分都有误差，误差范围按95%把握计算，范围重叠的，先后不一定可靠。`,
    ),
    ...(everybody === undefined
      ? []
      : [
          paragraph(
            `若按人数加权，全体平均${everybody.mean.value.toFixed(2)}分（${everybody.mean.low.toFixed(2)}至${everybody.mean.high.toFixed(2)}），只供比较，不进入得分。`,
          ),
        ]),
    paragraph(`按99.8%界限，明显高于平均的：${named('over')}；明显低于平均的：${named('under')}。`),
    {
      kind: 'picture',
      picture: drawIntervals(known, {
        mean,
        unnamed: true,
        description: '各单位得分和误差范围，按得分从高到低',
      }),
    },
    { kind: 'centred', text: '图1　各单位得分和误差范围' },
    {
      kind: 'picture',
      picture: drawDistribution(
        known.map(({ value }) => value),
        { description: '各单位得分分布', unit: '个单位' },
      ),
    },
    { kind: 'centred', text: '图2　得分分布（横轴得分，纵轴单位数）' },
    { kind: 'picture', picture: drawFunnel(known, bounds, { mean, description: '按答卷份数看各单位得分' }) },
    { kind: 'centred', text: '图3　按答卷份数看得分' },
    {
      kind: 'table',
      columns: [
        { title: '单位', width: 4 },
        { title: '答卷', align: 'right' },
        { title: '得分', align: 'right' },
        { title: '误差范围', width: 2, align: 'center' },
        { title: '比上年', align: 'right' },
      ],
      rows: known.map(({ name, answers, value, low, high, change }) => [
        name,
        String(answers),
        value.toFixed(2),
        `${low.toFixed(2)}至${high.toFixed(2)}`,
        change === undefined ? '' : `${change.value > 0 ? '+' : ''}${change.value.toFixed(2)}`,
      ]),
    },
  ]
}

function questionsOf({ cross, least }: Analysis): readonly WordBlock[] {
  return cross.flatMap(({ title, answers, rows }): readonly WordBlock[] => [
    paragraph(title),
    {
      kind: 'table',
      columns: [
        { title: '对象', width: 1.5 },
        { title: '份数', align: 'right' },
        ...answers.map(answer => ({ title: answer, align: 'right' as const, width: 1.5 })),
      ],
      rows: rows.map(({ category, size, cells }) => [
        category,
        String(size),
        ...(cells?.map(({ share }) => percent(share.value)) ?? [`不足${least}份`]),
      ]),
    },
  ])
}

function disagreementsOf({
  disagreements,
  disagreeingGroups,
  disagreeingThemes,
}: Analysis): readonly WordBlock[] {
  if (disagreements.length === 0) return []
  return [
    paragraph('下列单位民意调查的位次与其他项目相差一半以上，供核查时询问，不影响得分。'),
    {
      kind: 'table',
      columns: [
        { title: '单位', width: 4 },
        { title: '项目', width: 2 },
        { title: '哪项较低', width: 2 },
      ],
      rows: disagreements.map(({ name, componentName, survey, other }) => [
        name,
        componentName,
        survey < other ? '民意调查' : componentName,
      ]),
    },
    ...(disagreeingGroups.length === 0
      ? []
      : [
          paragraph(
            `较集中的系统：${disagreeingGroups
              .slice(0, MOST_GROUPS)
              .map(one => `${one.leadName}${one.surveyLow + one.surveyHigh}个单位`)
              .join('、')}。`,
          ),
        ]),
    ...disagreeingThemes
      .filter(({ clean }) => clean > 0)
      .map(({ theme, low, clean }) =>
        paragraph(
          `“${theme}”：群众评价低而核查好的${low}个单位中，${clean}个没有扣分记录，请核查时问明是没有问题还是没有查到。`,
        ),
      ),
  ]
}

function opinionsOf({ opinions, withheld }: SurveyReport): readonly WordBlock[] {
  if (opinions.length + withheld === 0) return []
  return [
    paragraph(
      `意见建议按相近的归并，列前${Math.min(MOST_OPINIONS, opinions.length)}类${withheld > 0 ? `；另有${withheld}条能看出说的是谁，不列` : ''}。`,
    ),
    ...opinions
      .slice(0, MOST_OPINIONS)
      .map(({ text, count }) => paragraph(count > 1 ? `${text}（${count}条相近）` : text)),
  ]
}

function paragraph(text: string): WordBlock {
  return { kind: 'paragraph', text }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
