import { type Points, toDecimal } from '../../../domain/kernel/points.ts'
import { gradeName } from '../../../domain/scheme/gradeName.ts'
import { acrossFormula } from './bandFormulas.ts'
import type { BookContext } from './bookContext.ts'
import { bandFormula, preconditionFormula } from './gradeFormulas.ts'
import { placeFormulas } from './placeFormulas.ts'
import { noteOn, type SummaryColumn, type SummaryLine } from './summaryLine.ts'
import { describeHeading } from './describeNote.ts'

/** Creates the columns of the grades (等次). (五（一）, R12) */
export function summaryGrades(context: BookContext): readonly SummaryColumn[] {
  const { outcome, prepared, styles } = context
  const { scheme } = outcome
  const answer = prepared.rulings.answer('overallGrades')
  const canExceed = prepared.rulings.find('bonusCap')?.answer === 'uncapped'
  const moves = scheme.vetoes.some(({ effect }) => effect.kind === 'grade' || effect.kind === 'gradeCap')
  const isPlain = answer.quotas.length === 0 && answer.preconditions.length === 0 && !moves
  const notes = prepared.rulings.notes('overallGrades')
  const citation = prepared.rulings.find('overallGrades')?.citation ?? ''
  const noteOf = (line: SummaryLine): string | undefined =>
    context.noted ? noteOn(line, 'grade') : undefined
  const band: SummaryColumn = {
    key: isPlain ? 'grade' : 'band',
    head: isPlain ? '综合评价等次' : '得分所在等次',
    width: 10,
    style: styles.centred,
    note: describeHeading(scheme, citation, [], notes),
    cell: (line, here) => ({
      value: line.result.grade === undefined ? '' : gradeName(scheme, line.result.grade.band),
      formula: bandFormula(answer, here.at('composite'), canExceed),
      note: isPlain ? noteOf(line) : undefined,
    }),
  }
  if (isPlain) return [band]
  const moved: SummaryColumn = {
    key: 'grade',
    head: '综合评价等次',
    width: 10,
    style: styles.centred,
    note: describeHeading(
      scheme,
      citation,
      answer.quotas.length > 0 ? ['名额要逐个比较全榜，公式不能再现，这一列是计算结果'] : [],
      notes,
    ),
    cell: (line, here) => {
      const scoreOf = (component: string): string =>
        here.at(`score${scheme.components.findIndex(one => one.id === component)}`)
      const isFormula = answer.quotas.length === 0 && line.result.grade?.movedBy !== 'veto'
      return {
        value: line.result.grade?.name ?? '',
        formula: isFormula ? preconditionFormula(answer, here.at('band'), scoreOf) : undefined,
        note: noteOf(line),
      }
    },
  }
  return [band, moved]
}

/** Creates the columns of the places (名次). (五（三）, R9-R11) */
export function summaryPlaces(context: BookContext): readonly SummaryColumn[] {
  const { outcome, prepared, styles } = context
  const { scheme } = outcome
  const { rulings } = prepared
  const ties = rulings.answer('ties')
  const breakers = ties.breakBy.map(id => scheme.components.findIndex(one => one.id === id))
  const isPlain = rulings.answer('missingComponent') === 'block'
  const canDisqualify = scheme.vetoes.some(veto => veto.effect.kind === 'disqualify')
  const places = placeFormulas(
    context,
    ties,
    ['composite', ...breakers.map(at => `${isPlain ? 'score' : 'key'}${at}`)],
    canDisqualify,
  )
  const citation = rulings.find('ties')?.citation ?? ''
  const heading = describeHeading(
    scheme,
    citation,
    [],
    [...rulings.notes('ties'), ...rulings.notes('rankingScope')],
  )
  const bands = describeHeading(scheme, citation, [], rulings.notes('smallCohort'))
  const standing = (line: SummaryLine) => line.result.standing
  const noteOf = (line: SummaryLine): string | undefined =>
    context.noted ? noteOn(line, 'standing') : undefined
  const helpers = isPlain
    ? []
    : breakers.map((at): SummaryColumn => ({
        key: `key${at}`,
        head: `比较用：${scheme.components[at]!.name}`,
        width: 10,
        style: styles.amount,
        note: '缺分的在并列时排在后面',
        cell: (line, here) => {
          const value = outcome.components.columns[at]!.points[line.at]!
          const formula = `IF(ISNUMBER(${here.at(`score${at}`)}),${here.at(`score${at}`)},-1000000)`
          return { value: Number.isNaN(value) ? -1_000_000 : toDecimal(value as Points), formula }
        },
      }))
  const leads: SummaryColumn = {
    key: 'leads',
    head: '同分首位',
    width: 8,
    style: styles.integer,
    note: '同分各单位只算一名，后面的名次接着排',
    cell: (line, here) => ({ value: leadsTie(context, line) ? 1 : 0, formula: places.leads(here) }),
  }
  return [
    ...helpers,
    {
      key: 'of',
      head: '排名总数',
      width: 8,
      style: styles.integer,
      note: bands,
      cell: (line, here) => ({ value: standing(line)?.of ?? '', formula: places.of(here) }),
    },
    ...(ties.places === 'dense' ? [leads] : []),
    {
      key: 'place',
      head: '名次',
      width: 8,
      style: styles.integer,
      note: heading,
      cell: (line, here) => ({
        value: standing(line)?.place ?? '',
        formula: places.place(here),
        note: noteOf(line),
      }),
    },
    {
      key: 'tied',
      head: '并列单位数',
      width: 8,
      style: styles.integer,
      note: heading,
      cell: (line, here) => ({ value: standing(line)?.tiedWith.length ?? '', formula: places.tied(here) }),
    },
    {
      key: 'fromBottom',
      head: '倒数名次',
      width: 8,
      style: styles.integer,
      note: heading,
      cell: (line, here) => {
        const found = standing(line)
        const formula = found?.decided === true ? undefined : places.fromBottom(here)
        return {
          value: found?.fromBottom ?? '',
          formula,
          note: found?.decided === true ? '由考核组织者决定，不用公式' : undefined,
        }
      },
    },
    {
      key: 'across',
      head: '跨档并列',
      width: 8,
      style: styles.centred,
      note: heading,
      cell: (line, here) => ({
        value: standing(line)?.acrossEdge === true ? '是' : '',
        formula: standing(line)?.decided === true ? undefined : acrossFormula(context, ties, places, here),
      }),
    },
  ]
}

/** Checks whether a line is the first of its set of equals; tables are ordered by place, then by id. */
function leadsTie({ outcome }: BookContext, { at, result: { standing } }: SummaryLine): boolean {
  if (standing === undefined) return false
  const { appraisees } = outcome.components
  return !standing.tiedWith.some(unit => appraisees.findIndex(one => one.unit === unit) < at)
}
