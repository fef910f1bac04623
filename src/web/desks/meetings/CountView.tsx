import { useMemo } from 'react'
import { voidReasonNames } from '../../../domain/campaign/ballot/countSheets.ts'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { Ballots, Count } from './meetingTypes.ts'

interface Props {
  readonly count: Count
  readonly form: Ballots['form']
  /** What those who are rated lead. */
  readonly leads: string
}

type UnitRow = Count['count']['units'][number]
type ClassRow = Count['count']['classes'][number]

/** Shows a count: the sheets of each class, the checks against what was handed out, and the marks of each secretary by class. */
export function CountView({ count: { count, checks, classes }, form, leads }: Props) {
  const nameOf = useMemo(() => {
    const names = new Map(classes.map(({ id, name }) => [id, name]))
    return (ids: readonly string[]) => ids.map(id => names.get(id) ?? id).join('、')
  }, [classes])
  const columns = useMemo(
    () => unitColumns(count.classes, form, leads, nameOf),
    [count.classes, form, leads, nameOf],
  )
  const wrong = checks.filter(check => !check.holds)
  return (
    <>
      <ul className="count-classes line-list bare">
        {count.classes.map(one => (
          <li key={one.voterClasses.join()}>
            <span>{nameOf(one.voterClasses)}</span>
            <span>{describeClass(one)}</span>
          </li>
        ))}
      </ul>
      {count.withheld.length > 0 && (
        <p>{nameOf(count.withheld)}的票太少，公开会看出谁怎么评，按口径不公开、不计分。</p>
      )}
      {wrong.length > 0 && (
        <div role="alert">
          <ul className="bad bare-list">
            {wrong.map(({ sentence }) => (
              <li key={sentence}>票数不符：{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {checks.length > 0 && (
        <details>
          <summary>
            票数核对共{checks.length}项，不符{wrong.length}项
          </summary>
          <ul className="bare-list">
            {checks.map(({ sentence, holds }) => (
              <li key={sentence} className={holds ? '' : 'bad'}>
                {sentence}，{holds ? '相符' : '不符'}
              </li>
            ))}
          </ul>
        </details>
      )}
      <DataTable
        id="count"
        label="各书记的评价"
        height={count.units.length > 60 ? 'fill' : 'whole'}
        unit="位书记"
        rows={count.units}
        columns={columns}
        rowKey={row => row.unit}
        search={`${leads}、姓名或拼音首字母`}
      />
    </>
  )
}

/** Says how many sheets of a class were counted, and why others were void. */
function describeClass({ phone, paper, voided }: ClassRow): string {
  const all = phone + paper
  const reasons = voided.map(({ reason, sheets }) => `${voidReasonNames[reason]}${sheets}张`)
  const spoilt = voided.reduce((sum, { sheets }) => sum + sheets, 0)
  const kinds = [...(phone > 0 ? [`手机票${phone}张`] : []), ...(paper > 0 ? [`纸质票${paper}张`] : [])]
  return [
    `共${all}张${kinds.length > 0 ? `（${kinds.join('，')}）` : ''}`,
    `有效${all - spoilt}张`,
    spoilt > 0 ? `废票${spoilt}张（${reasons.join('，')}）` : '没有废票',
  ].join('，')
}

function unitColumns(
  classes: readonly ClassRow[],
  form: Ballots['form'],
  leads: string,
  nameOf: (ids: readonly string[]) => string,
): readonly Column<UnitRow>[] {
  const lines = new Map(form.lines.map(line => [line.unit, line]))
  return [
    {
      id: 'unit',
      title: leads,
      width: 240,
      value: row => lines.get(row.unit)?.unitName ?? row.unit,
      search: true,
      onCard: 'title',
    },
    {
      id: 'secretary',
      title: '书记',
      width: 100,
      value: row => lines.get(row.unit)?.secretary,
      search: true,
    },
    ...classes.map(({ voterClasses }, at): Column<UnitRow> => ({
      id: `class${at}`,
      title: nameOf(voterClasses),
      width: 260,
      sort: false,
      value: row => describeMarks(row.classes[at], form),
      onCard: 'wide',
    })),
  ]
}

/** Describes the marks of one secretary in a class: how often each, from high to low. */
function describeMarks(
  of: UnitRow['classes'][number] | undefined,
  form: Ballots['form'],
): string | undefined {
  if (of === undefined) return undefined
  const times = new Map<number | string, number>()
  for (const mark of of.marks) times.set(mark, (times.get(mark) ?? 0) + 1)
  const said = [...times].map(([mark, count]) => `${nameOfMark(mark, form)}${count}张`)
  return [
    said.length === 0 ? '没有评价' : said.join('、'),
    ...(of.abstained > 0 ? [`弃权${of.abstained}张`] : []),
    ...(of.unanimous ? ['全部相同，看得出各人的评价'] : []),
  ].join('；')
}

function nameOfMark(mark: number | string, { grades }: Ballots['form']): string {
  return typeof mark === 'number' ? `${mark}分` : (grades.find(({ id }) => id === mark)?.name ?? mark)
}
