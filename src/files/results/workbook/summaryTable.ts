import { conditionFormula } from './bandFormulas.ts'
import type { BookContext } from './bookContext.ts'
import type { ComponentTable } from './componentTable.ts'
import { groupColumn, identityColumns } from './identityColumns.ts'
import type { ListTable } from './listTable.ts'
import type { SummaryColumn, SummaryLine } from './summaryLine.ts'
import { summaryGrades, summaryPlaces } from './summaryPlaces.ts'
import { summaryResults } from './summaryResults.ts'
import { summaryScores } from './summaryScores.ts'
import { type Here, createTable, SHEET_ORDER, type Table } from './table.ts'
import { columnWidth } from './textWidth.ts'
import { ACCENT } from './workbookStyles.ts'

/** Creates the summary table (总表): one line per appraisee, from its components to its consequences. (五) */
export function createSummaryTable(
  context: BookContext,
  components: readonly ComponentTable[],
  lists: ListTable | undefined,
): Table<SummaryLine> {
  return createTable<SummaryLine>(context.workbook, context.styles, {
    name: context.names.kept,
    title: '总表',
    subtitle: subtitleOf(context),
    columns: [
      ...identityColumns<SummaryLine>(context, line => line),
      ...personColumns(context),
      ...groupColumn<SummaryLine>(context, line => line),
      ...summaryScores(context, components, lists),
      ...summaryGrades(context),
      ...summaryPlaces(context),
      ...summaryResults(context),
    ],
    parameterLabel: { key: 'name', text: '权重（%）、满分' },
    frozenColumns: 3,
    order: SHEET_ORDER.summary,
    lines: context.units,
    filtered: true,
    mark: here => ({ formula: bottomTest(context, here), colour: ACCENT }),
  })
}

function subtitleOf({ outcome: { scheme }, groups, units }: BookContext): string {
  const ranked = groups.length > 1 ? `，分${groups.map(group => `“${group.name}”`).join('、')}排名` : ''
  return `${scheme.title}　${scheme.cycle}年度　考核对象${units}个${ranked}。红色为末位档。`
}

/** Returns the test for the last places (末位档) that a clause names, for the size of this ranking. */
function bottomTest(context: BookContext, here: Here): string {
  if (![...context.outcome.ranking.rankings.values()].some(group => group.bandsApply === 'yes'))
    return 'FALSE'
  const rules = context.outcome.scheme.consequences.filter(
    ({ when }) => when.by === 'fromBottom' && when.from === 1,
  )
  const standing = {
    ranking: '',
    of: 0,
    place: 1,
    fromBottom: 1,
    tiedWith: [],
    acrossEdge: false,
    decided: true,
    bandsApply: 'yes',
  } as const
  const anchored: Here = { ...here, at: key => `$${here.at(key)}` }
  const tests = new Set(
    rules.flatMap(rule => conditionFormula(context, rule, { result: { standing } as never }, anchored) ?? []),
  )
  return tests.size === 0 ? 'FALSE' : tests.size === 1 ? [...tests][0]! : `OR(${[...tests].join(',')})`
}

function personColumns({ styles, outcome }: BookContext): readonly SummaryColumn[] {
  const { appraisees } = outcome.components
  const names = new Map(appraisees.map(one => [one.unit, one.name]))
  const tiers = new Map(outcome.scheme.tiers.map(tier => [tier.id, tier.name]))
  const leads = appraisees.flatMap(one =>
    one.leadUnit === undefined ? [] : [names.get(one.leadUnit) ?? one.leadUnit],
  )
  return [
    {
      key: 'person',
      head: '考核对象',
      width: columnWidth(
        appraisees.map(one => one.personName ?? ''),
        10,
        24,
      ),
      style: styles.text,
      cell: ({ appraisee }) => ({
        value: appraisee.personName ?? '（无）',
        note: appraisee.person === undefined ? appraisee.why : undefined,
      }),
    },
    ...(leads.length === 0
      ? []
      : [
          {
            key: 'leadUnit',
            head: '牵头单位',
            width: columnWidth(leads, 12, 36),
            style: styles.text,
            cell: ({ appraisee }: SummaryLine) =>
              appraisee.leadUnit && (names.get(appraisee.leadUnit) ?? appraisee.leadUnit),
          },
        ]),
    {
      key: 'tier',
      head: '层级',
      width: 10,
      style: styles.centred,
      cell: ({ appraisee }) => tiers.get(appraisee.tier) ?? appraisee.tier,
    },
  ]
}
