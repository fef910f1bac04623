import {
  chanceNames,
  printStanding,
  questionOf,
  themeQuestionOf,
} from '../../../../contract/survey/surveyNames.ts'
import { isRefusal, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { TableSheet } from '../../../../files/xlsx/writeTables.ts'
import { answerWorkbook } from '../../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../../platform/http/fileAnswer.ts'
import type { Answered, Served } from '../../../platform/http/serveRoutes.ts'
import { decimalCell, percentCell } from '../percentCell.ts'
import { loadAnalysis } from './loadAnalysis.ts'
import { viewOpenAnswers } from './viewAnalysis.ts'

type Analysis = Answered<'GET /api/years/:year/surveys/:survey/analysis'>
type Opinions = Answered<'GET /api/years/:year/surveys/:survey/open-answers'>

/** Exports the tables of a survey's result as one workbook; the open answers for those who may read them. `notFound`. */
export async function exportAnalysis({
  context,
  actor,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/results.xlsx'>): Promise<FileAnswer | Refusal> {
  const found = await loadAnalysis(context.db, actor, params)
  if (isRefusal(found)) return found
  const opinions = await viewOpenAnswers({ context, actor, params })
  const sheets = [
    ...sheetsOf(found.analysis),
    ...(isRefusal(opinions) || opinions.answers.length === 0 ? [] : [opinionSheet(opinions)]),
  ]
  return answerWorkbook(context, `${found.loaded.row.commission.title}结果`, sheets)
}

function sheetsOf(analysis: Analysis): readonly TableSheet[] {
  const { questions, frame, disagreements, disagreeingThemes } = analysis
  return [
    unitSheet(analysis),
    ...(questions.length < 2 ? [] : [questionSheet(analysis)]),
    crossSheet(analysis),
    {
      name: '没有回答的',
      columns: [['题目', 50], ['问了（份）', 12], ['没有回答', 12], ...BOUNDS],
      rows: analysis.unanswered.map(({ text, asked, share }) => [text, asked, ...shareCells(share)]),
    },
    ...(frame.length === 0
      ? []
      : [
          {
            name: '样本与总体',
            columns: [['类别', 30], ['占总体', 12], ['占答卷', 12], ...BOUNDS, ['差别', 12]],
            rows: frame.map(one => [
              one.category,
              percentCell(one.ofFrame),
              ...shareCells(one.ofSample),
              one.differs ? '明显' : '不明显',
            ]),
          } satisfies TableSheet,
        ]),
    ...(disagreements.length === 0
      ? []
      : [
          {
            name: '与其他项目不一致的',
            columns: [
              ['单位', 30],
              ['牵头单位', 24],
              ['项目', 14],
              ['民意调查位次', 14],
              ['该项目位次', 14],
              ['可以问什么', 50],
            ],
            rows: disagreements.map(one => [
              one.name,
              one.leadName ?? null,
              one.componentName,
              printStanding(one.survey),
              printStanding(one.other),
              questionOf(one),
            ]),
          } satisfies TableSheet,
        ]),
    ...(disagreeingThemes.length === 0
      ? []
      : [
          {
            name: '按核查主题',
            columns: [
              ['核查主题', 30],
              ['评价低的单位', 14],
              ['其中没有扣分', 14],
              ['评价高的单位', 14],
              ['其中有扣分', 14],
              ['可以问什么', 50],
            ],
            rows: disagreeingThemes.map(one => [
              one.theme,
              one.low,
              one.clean,
              one.high,
              one.faulted,
              themeQuestionOf(one),
            ]),
          } satisfies TableSheet,
        ]),
  ]
}

const BOUNDS = [
  ['下限', 10],
  ['上限', 10],
] as const

type Interval = { readonly value: number; readonly low: number; readonly high: number } | undefined

const shareCells = (of: Interval) => [of?.value, of?.low, of?.high].map(percentCell)
const pointCells = (of: Interval) => [of?.value, of?.low, of?.high].map(decimalCell)

function unitSheet({ units }: Analysis): TableSheet {
  const isCounted = units.some(({ byPeople }) => byPeople !== undefined)
  const hasChange = units.some(({ change }) => change !== undefined)
  return {
    name: '各单位得分',
    columns: [
      ['单位', 30],
      ['计分答卷（份）', 12],
      ['得分', 10],
      ...BOUNDS,
      ['与平均相比', 16],
      ...(isCounted ? [['按人数加权', 12] as const] : []),
      ...(hasChange ? [['比上年', 10] as const, ...BOUNDS] : []),
    ],
    rows: units.map(one => [
      one.name,
      one.valid,
      ...pointCells(one.mean),
      one.mean === undefined ? '不足' : one.chance === undefined ? '没有明显差别' : chanceNames[one.chance],
      ...(isCounted ? [decimalCell(one.byPeople)] : []),
      ...(hasChange ? pointCells(one.change) : []),
    ]),
  }
}

function questionSheet({ heat, questions }: Analysis): TableSheet {
  return {
    name: '各题得分',
    columns: [['单位', 30], ...questions.map(({ text }) => [text, 20] as const)],
    rows: heat.map(({ name, cells }) => [
      name,
      ...questions.map(({ shows }, at) => {
        const value = cells[at]
        if (value === null || value === undefined) return '不足'
        return shows === 'mean' ? decimalCell(value) : percentCell(value / 100)
      }),
    ]),
  }
}

function crossSheet({ cross, least }: Analysis): TableSheet {
  return {
    name: '交叉表',
    columns: [
      ['题目', 40],
      ['对象', 12],
      ['份数', 10],
      ['答案', 16],
      ['答的份数', 10],
      ['占比', 10],
      ...BOUNDS,
    ],
    rows: cross.flatMap(({ title, answers, rows }) =>
      rows.flatMap(({ category, size, cells }) =>
        cells === undefined
          ? [[title, category, size, `不足${least}份，不显示`]]
          : cells.map(({ count, share }, at) => [
              title,
              category,
              size,
              answers[at]!,
              count,
              ...shareCells(share),
            ]),
      ),
    ),
  }
}

function opinionSheet({ answers, groups }: Opinions): TableSheet {
  return {
    name: '意见建议',
    columns: [
      ['归入', 40],
      ['意见', 50],
      ['单位', 26],
      ['对象', 10],
    ],
    rows: groups.flatMap(({ text, answers: all }) =>
      all.map(at => [text, answers[at]!.text, answers[at]!.unitName, answers[at]!.groupName]),
    ),
  }
}
