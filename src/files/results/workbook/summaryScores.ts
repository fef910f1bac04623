import { factsOf } from '../../../domain/score/scoreComponents.ts'
import { vetoEffects } from '../../../domain/score/composite/composeScores.ts'
import { whole } from '../../../domain/kernel/fraction.ts'
import { type Points, toDecimal } from '../../../domain/kernel/points.ts'
import { partsOf } from '../nodes.ts'
import type { BookContext } from './bookContext.ts'
import type { ComponentTable } from './componentTable.ts'
import { compositeFormula } from './compositeFormula.ts'
import { decimalOf } from './decimalOf.ts'
import type { ListTable } from './listTable.ts'
import { lookUp } from './lookUp.ts'
import { MISSING } from './scoreColumns.ts'
import type { SummaryColumn, SummaryLine } from './summaryLine.ts'
import { describeHeading, describeNote } from './describeNote.ts'

/** Creates the columns of the component scores, lists, vetoes and composite (综合得分). (三（一）) */
export function summaryScores(
  context: BookContext,
  components: readonly ComponentTable[],
  lists: ListTable | undefined,
): readonly SummaryColumn[] {
  return [
    ...componentColumns(context, components),
    ...listColumns(context, lists),
    ...vetoColumns(context),
    compositeColumn(context, lists !== undefined),
  ]
}

function componentColumns(context: BookContext, tables: readonly ComponentTable[]): readonly SummaryColumn[] {
  const { styles, outcome, rounding } = context
  const { columns } = outcome.components
  const scores = columns.map(({ component: { component }, points, missing }, at): SummaryColumn => ({
    key: `score${at}`,
    head: component.name,
    width: 11,
    style: styles.points,
    parameter: toDecimal(component.weight),
    note: describeHeading(
      outcome.scheme,
      component.citation,
      [`满分${toDecimal(component.base)}分，占${toDecimal(component.weight)}%`],
      [],
    ),
    cell: (line, here) => ({
      value: missing[line.at] === undefined ? toDecimal(points[line.at]! as Points) : MISSING,
      formula: lookUp(context, tables[at]!.table, 'score', line.rows.get(component.id)!, here),
      note: context.noted ? describeNote(line.components[at]!) : undefined,
    }),
  }))
  if (rounding.roundComponents) return scores
  const exacts = columns.map(({ component: { component }, exact }, at): SummaryColumn => ({
    key: `exact${at}`,
    head: `${component.name}精确值`,
    width: 11,
    style: styles.mean,
    parameter: toDecimal(component.weight),
    cell: (line, here) => {
      const value = exact[line.at]
      const formula = lookUp(context, tables[at]!.table, 'exact', line.rows.get(component.id)!, here)
      return value === undefined ? { value: MISSING } : { value: decimalOf(value), formula }
    },
  }))
  return [...scores, ...exacts]
}

function listColumns(context: BookContext, lists: ListTable | undefined): readonly SummaryColumn[] {
  if (lists === undefined) return []
  const note = context.outcome.scheme.lists.map(row => `${row.citation} ${row.title}`).join('\n')
  return [
    {
      key: 'listed',
      head: '清单加减',
      width: 10,
      style: context.styles.amount,
      note,
      cell: (line, here) =>
        line.composite.absent
          ? undefined
          : {
              value: toDecimal(line.listed as Points),
              formula: lookUp(context, lists.table, 'rubricTotal', line.rows.get('lists')!, here),
            },
    },
  ]
}

function vetoColumns(context: BookContext): readonly SummaryColumn[] {
  const { styles, outcome } = context
  const { vetoes } = outcome.scheme
  if (vetoes.length === 0) return []
  const effects = (line: SummaryLine) =>
    vetoEffects(factsOf(outcome.components.facts, line.appraisee.unit), outcome.scheme)
  const has = (kind: string): boolean => vetoes.some(veto => veto.effect.kind === kind)
  const told = (kind: string): string =>
    vetoes.flatMap(veto => (veto.effect.kind === kind ? [`${veto.citation} ${veto.name}`] : [])).join('\n')
  const flag = (key: string, head: string, kind: string): readonly SummaryColumn[] =>
    has(kind)
      ? [
          {
            key,
            head,
            width: 8,
            style: styles.centred,
            note: told(kind),
            cell: line => (effects(line).some(one => one.kind === kind) ? '是' : undefined),
          },
        ]
      : []
  const deducted: SummaryColumn = {
    key: 'vetoed',
    head: '否决扣分',
    width: 9,
    style: styles.deduction,
    note: told('deduct'),
    cell: line =>
      toDecimal(
        effects(line).reduce((sum, one) => sum + (one.kind === 'deduct' ? one.points : 0), 0) as Points,
      ),
  }
  const ranked: SummaryColumn = {
    key: 'ranked',
    head: '参加排名',
    width: 8,
    style: styles.integer,
    cell: (line, here) => ({
      value: line.result.standing === undefined ? 0 : 1,
      formula: `IF(AND(ISNUMBER(${here.at('composite')}),${here.at('disqualified')}<>"是"),1,0)`,
    }),
  }
  return [
    ...(has('deduct') ? [deducted] : []),
    ...flag('zeroed', '否决归零', 'zero'),
    ...flag('disqualified', '取消排名', 'disqualify'),
    ...(has('disqualify') ? [ranked] : []),
  ]
}

function compositeColumn(context: BookContext, hasLists: boolean): SummaryColumn {
  const { outcome, prepared, styles, rounding } = context
  const { scheme } = outcome
  const kinds = new Set(scheme.vetoes.map(veto => veto.effect.kind))
  const columns = {
    scores: scheme.components.map((_, at) => `${rounding.roundComponents ? 'score' : 'exact'}${at}`),
    listed: hasLists ? 'listed' : undefined,
    vetoed: kinds.has('deduct') ? 'vetoed' : undefined,
    zeroed: kinds.has('zero') ? 'zeroed' : undefined,
  }
  const notes = [...prepared.rulings.notes('rounding'), ...prepared.rulings.notes('missingComponent')]
  return {
    key: 'composite',
    head: '综合得分',
    width: 11,
    style: styles.total,
    parameter: toDecimal(scheme.base),
    note: describeHeading(scheme, scheme.components[0]?.citation ?? '', ['各分项按权重合成'], notes),
    cell: (line, here) => {
      const exact = partsOf(line.composite, 'rounding')[0]?.exact ?? whole(0)
      const value = line.composite.absent ? MISSING : toDecimal(line.composite.points)
      return {
        value,
        formula: compositeFormula(context, columns, here, exact),
        note: context.noted ? describeNote(line.composite) : undefined,
      }
    },
  }
}
