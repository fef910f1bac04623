import type { ClassVotes } from '../../../domain/year/facts/unitFacts.ts'
import { ratio } from '../../../domain/kernel/fraction.ts'
import { toDecimal, type Points } from '../../../domain/kernel/points.ts'
import type { BallotsMethod } from '../../../domain/scheme/component.ts'
import { isNode, type Node, partsOf } from '../nodes.ts'
import type { BookContext } from './bookContext.ts'
import { roundedDecimal } from './decimalOf.ts'
import { MEAN, ratioFormula, roundedFormula, thousandthsOf } from './exactFormula.ts'
import type { ComponentLine, MethodBlock } from './methodBlock.ts'
import type { TableColumn } from './table.ts'
import { describeHeading } from './describeNote.ts'
import { weightedMeans } from './weightedMeans.ts'

/** Creates the columns of the debrief ballot (述职测评): valid sheets, sum of marks and mean for each voter class; then all together where the ruling pools them. (四（四）, R8) */
export function ballotBlock(
  context: BookContext,
  key: string,
  method: BallotsMethod,
  component: string,
  base: Points,
): MethodBlock {
  const { styles, outcome, prepared } = context
  const scale = prepared.rulings.answer('ballotScale', component)
  const notes = prepared.rulings.notes('ballotScale', component)
  const isPooled = scale.pooling === 'plainMean'
  const heading = (line: string): string => describeHeading(outcome.scheme, method.citation, [line], notes)
  const scored = (line: ComponentLine): Node<'ballots'> | undefined =>
    line.method === method && line.node !== undefined && isNode(line.node, 'ballots') ? line.node : undefined
  const votesOf = ({ unit }: ComponentLine): readonly ClassVotes[] =>
    outcome.components.facts.get(unit.appraisee.unit)?.votes.get(component) ?? []

  /** Creates the four columns of a voter class: 有效票, 去掉, 合计, 平均. */
  const group = (
    own: string,
    name: string,
    weight: number | undefined,
    find: (line: ComponentLine) => Kept | undefined,
    formulas?: {
      readonly valid: (here: { at: (key: string) => string }) => string
      readonly sum?: (here: { at: (key: string) => string }) => string
    },
  ): TableColumn<ComponentLine>[] => [
    {
      key: `${own}.valid`,
      head: `${name}有效票`,
      width: 9,
      style: styles.integer,
      cell: (line, here) => {
        const kept = find(line)
        return kept === undefined ? undefined : { value: kept.valid, formula: formulas?.valid(here) }
      },
    },
    ...(scale.trim === undefined
      ? []
      : [
          {
            key: `${own}.dropped`,
            head: `${name}去掉最高最低各`,
            width: 10,
            style: styles.integer,
            note: heading(`多于${scale.trim.above}张的，去掉最高、最低各${scale.trim.drop}张`),
            cell: (line: ComponentLine) => find(line)?.dropped,
          },
        ]),
    {
      key: `${own}.sum`,
      head: `${name}计分合计`,
      width: 11,
      style: styles.amount,
      cell: (line, here) => {
        const kept = find(line)
        return kept === undefined
          ? undefined
          : { value: toDecimal(kept.sum as Points), formula: formulas?.sum?.(here) }
      },
    },
    {
      key: `${own}.mean`,
      head: `${name}平均`,
      width: 10,
      style: styles.mean,
      parameter: weight,
      note: heading(weight === undefined ? '计分合计÷计分票数' : `计分合计÷计分票数；权重${weight}`),
      cell: (line, here) => {
        const kept = find(line)
        if (kept === undefined || kept.valid === 0) return undefined
        const exact = ratio(kept.sum, kept.valid - 2 * kept.dropped)
        const mean = ratioFormula(
          thousandthsOf(here.at(`${own}.sum`)),
          1,
          1000,
          1000 * kept.sum,
          counted(here, own),
        )
        return { value: roundedDecimal(exact, MEAN.decimals), formula: roundedFormula(mean, MEAN, exact) }
      },
    },
  ]
  const counted = (here: { at: (key: string) => string }, own: string): string =>
    scale.trim === undefined
      ? here.at(`${own}.valid`)
      : `(${here.at(`${own}.valid`)}-2*${here.at(`${own}.dropped`)})`

  const classKey = (at: number): string => `${key}.${at}`
  const pooledKey = `${key}.all`
  const classes = method.classes.flatMap((one, at) =>
    group(classKey(at), one.name, isPooled ? undefined : (scale.weights?.[one.id] ?? 0), line => {
      if (isPooled)
        return line.method === method
          ? plainly(votesOf(line).find(votes => votes.voterClass === one.id))
          : undefined
      const part = partsOf(scored(line) ?? EMPTY, 'voterClass').find(node => node.name === one.name)
      return part === undefined ? undefined : keptIn(part)
    }),
  )
  const sumUp = (what: 'valid' | 'sum') => (here: { at: (key: string) => string }) =>
    method.classes.map((_, at) => here.at(`${classKey(at)}.${what}`)).join('+')
  const sum =
    scale.trim === undefined
      ? { sum: (here: { at: (key: string) => string }) => `ROUND(${sumUp('sum')(here)},3)` }
      : {}
  const pooled = isPooled
    ? group(pooledKey, '全部票', undefined, line => oneKept(scored(line)), { valid: sumUp('valid'), ...sum })
    : []
  const rest = (what: 'voided' | 'abstained', head: string): TableColumn<ComponentLine> => ({
    key: `${key}.${what}`,
    head,
    width: 7,
    style: styles.integer,
    cell: line => scored(line)?.[what],
  })
  return {
    method,
    wholeThousandths: false,
    rounds: false,
    columns: [...classes, ...pooled, rest('voided', '废票'), rest('abstained', '弃权')],
    ratio: (line, here) => {
      const node = scored(line)
      if (node === undefined) return undefined
      const parts = partsOf(node, 'voterClass').map(part => {
        const at = method.classes.findIndex(one => one.name === part.name)
        const own = isPooled ? pooledKey : classKey(at)
        const kept = keptIn(part)
        const cells = { sum: thousandthsOf(here.at(`${own}.sum`)), count: counted(here, own) }
        return { ...cells, weight: part.weight ?? 1, size: kept.sum, members: kept.valid }
      })
      return weightedMeans(parts, 1000, base, method.full)
    },
  }
}

interface Kept {
  readonly valid: number
  readonly dropped: number
  /** thousandths, of the marks that count. */
  readonly sum: number
}

const EMPTY = { parts: [] } as unknown as Node<'ballots'>

function keptIn({ valid, dropped, exact }: Node<'voterClass'>): Kept {
  const sum = (BigInt(exact.num) * BigInt(valid - 2 * dropped)) / BigInt(exact.den)
  return { valid, dropped, sum: Number(sum) }
}

function oneKept(node: Node<'ballots'> | undefined): Kept | undefined {
  const part = node === undefined ? undefined : partsOf(node, 'voterClass')[0]
  return part === undefined ? undefined : keptIn(part)
}

function plainly(votes: ClassVotes | undefined): Kept {
  return {
    valid: votes?.marks.length ?? 0,
    dropped: 0,
    sum: votes?.marks.reduce((sum, mark) => sum + mark, 0) ?? 0,
  }
}
