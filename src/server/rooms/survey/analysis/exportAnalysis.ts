import {
  chanceNames,
  printStanding,
  questionOf,
  themeQuestionOf,
} from '../../../../contract/survey/surveyNames.ts'
import { isRefusal, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { planTable, type TableSheet } from '../../../../files/xlsx/writeTables.ts'
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
  const whereAny = [
    planTable('样本与总体', frame, [
      ['类别', 30, one => one.category],
      ['占总体', 12, one => percentCell(one.ofFrame)],
      ['占答卷', 12, one => percentCell(one.ofSample?.value)],
      ...boundsOf((one: (typeof frame)[number]) => one.ofSample),
      ['差别', 12, one => (one.differs ? '明显' : '不明显')],
    ]),
    planTable('与其他项目不一致的', disagreements, [
      ['单位', 30, one => one.name],
      ['牵头单位', 24, one => one.leadName],
      ['项目', 14, one => one.componentName],
      ['民意调查位次', 14, one => printStanding(one.survey)],
      ['该项目位次', 14, one => printStanding(one.other)],
      ['可以问什么', 50, questionOf],
    ]),
    planTable('按核查主题', disagreeingThemes, [
      ['核查主题', 30, one => one.theme],
      ['评价低的单位', 14, one => one.low],
      ['其中没有扣分', 14, one => one.clean],
      ['评价高的单位', 14, one => one.high],
      ['其中有扣分', 14, one => one.faulted],
      ['可以问什么', 50, themeQuestionOf],
    ]),
  ]
  return [
    unitSheet(analysis),
    ...(questions.length < 2 ? [] : [questionSheet(analysis)]),
    crossSheet(analysis),
    planTable('没有回答的', analysis.unanswered, [
      ['题目', 50, one => one.text],
      ['问了（份）', 12, one => one.asked],
      ['没有回答', 12, one => percentCell(one.share?.value)],
      ...boundsOf((one: Analysis['unanswered'][number]) => one.share),
    ]),
    ...whereAny.filter(({ rows }) => rows.length > 0),
  ]
}

type Interval = { readonly low: number; readonly high: number } | undefined

function boundsOf<Row>(of: (row: Row) => Interval, cell = percentCell) {
  return [
    ['下限', 10, (row: Row) => cell(of(row)?.low)],
    ['上限', 10, (row: Row) => cell(of(row)?.high)],
  ] as const
}

function unitSheet({ units }: Analysis): TableSheet {
  type Unit = (typeof units)[number]
  const isCounted = units.some(({ byPeople }) => byPeople !== undefined)
  const hasChange = units.some(({ change }) => change !== undefined)
  return planTable('各单位得分', units, [
    ['单位', 30, one => one.name],
    ['计分答卷（份）', 12, one => one.valid],
    ['得分', 10, one => decimalCell(one.mean?.value)],
    ...boundsOf((one: Unit) => one.mean, decimalCell),
    ['与平均相比', 16, againstMean],
    ...(isCounted ? [['按人数加权', 12, (one: Unit) => decimalCell(one.byPeople)] as const] : []),
    ...(hasChange
      ? [
          ['比上年', 10, (one: Unit) => decimalCell(one.change?.value)] as const,
          ...boundsOf((one: Unit) => one.change, decimalCell),
        ]
      : []),
  ])
}

function againstMean({ mean, chance }: Analysis['units'][number]): string {
  if (mean === undefined) return '不足'
  return chance === undefined ? '没有明显差别' : chanceNames[chance]
}

function questionSheet({ heat, questions }: Analysis): TableSheet {
  return planTable('各题得分', heat, [
    ['单位', 30, ({ name }) => name],
    ...questions.map(({ text, shows }, at) => {
      const cellOf = ({ cells }: Analysis['heat'][number]) => {
        const value = cells[at]
        if (value === null || value === undefined) return '不足'
        return shows === 'mean' ? decimalCell(value) : percentCell(value / 100)
      }
      return [text, 20, cellOf] as const
    }),
  ])
}

function crossSheet({ cross, least }: Analysis): TableSheet {
  const lines = cross.flatMap(({ title, answers, rows }) =>
    rows.flatMap(({ category, size, cells }) => {
      const said = cells?.map(({ count, share }, at) => ({ answer: answers[at]!, count, share }))
      return (said ?? [{ answer: `不足${least}份，不显示`, count: undefined, share: undefined }]).map(
        one => ({
          title,
          category,
          size,
          ...one,
        }),
      )
    }),
  )
  return planTable('交叉表', lines, [
    ['题目', 40, one => one.title],
    ['对象', 12, one => one.category],
    ['份数', 10, one => one.size],
    ['答案', 16, one => one.answer],
    ['答的份数', 10, one => one.count],
    ['占比', 10, one => percentCell(one.share?.value)],
    ...boundsOf((one: (typeof lines)[number]) => one.share),
  ])
}

function opinionSheet({ answers, groups }: Opinions): TableSheet {
  const lines = groups.flatMap(({ text, answers: all }) => all.map(at => ({ group: text, ...answers[at]! })))
  return planTable('意见建议', lines, [
    ['归入', 40, one => one.group],
    ['意见', 50, one => one.text],
    ['单位', 26, one => one.unitName],
    ['对象', 10, one => one.groupName],
  ])
}
